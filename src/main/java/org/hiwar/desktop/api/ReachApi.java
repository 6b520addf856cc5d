package org.hiwar.desktop.api;

import java.util.List;
import java.util.stream.Stream;
import org.hiwar.channel.Account;
import org.hiwar.channel.Ways;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.desktop.wire.AccountName;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// By what a customer can be written to.
@RestController
@Requires(Privilege.WRITE_MESSAGES)
class ReachApi {
  private final Ways ways;
  private final ContactStore contacts;
  private final PageChat chat;

  ReachApi(Ways ways, ContactStore contacts, PageChat chat) {
    this.ways = ways;
    this.contacts = contacts;
    this.chat = chat;
  }

  record Reached(AddressKind kind, String value) {}

  /// `address` is null when the contact has none of the kind; `label` is what is shown of it.
  /// `hindrance` says in a code why nothing can be written this way now; null: it can. With
  /// `templateOnly` it goes out as an approved template of the account or not at all. `characters`
  /// and `files` are what one message may have at most. `live` is the interaction that goes on this
  /// way; null: writing begins one.
  record Way(
      String channel,
      AccountName account,
      @Nullable Reached address,
      String label,
      @Nullable String hindrance,
      boolean templateOnly,
      int characters,
      int files,
      @Nullable InteractionId live,
      boolean preferred) {}

  /// Every account with every address, possible or not, and the chat on our page if there is one.
  /// `conversation` is the one that is written from; null: the contact's open one. A chat is begun
  /// by the customer alone: without one that goes on it is hindered, and its `account` is the page.
  @GetMapping("/api/contacts/{contact}/reach")
  List<Way> reach(
      CurrentUser agent,
      @PathVariable ContactId contact,
      @RequestParam(required = false) @Nullable ConversationId conversation) {
    var known = contacts.find(agent.workspace(), contact).orElseThrow(Refusal::notFound);
    var byAccounts = ways.of(agent.workspace(), known, agent.user(), conversation).stream();
    var byPage = chat.of(agent.workspace(), contact, agent.user(), conversation).stream();
    return Stream.concat(byAccounts.map(ReachApi::way), byPage).toList();
  }

  private static Way way(Ways.Way way) {
    var address = way.address();
    return new Way(
        way.account().channel(),
        name(way.account()),
        address == null ? null : reached(address),
        address == null ? "" : address.value(),
        way.hindrance(),
        way.templateOnly(),
        way.capabilities().characters(),
        way.capabilities().files(),
        way.live(),
        way.preferred());
  }

  private static Reached reached(Address address) {
    return new Reached(address.kind(), address.value());
  }

  private static AccountName name(Account account) {
    return new AccountName(account.id().toString(), account.name(), account.address());
  }
}
