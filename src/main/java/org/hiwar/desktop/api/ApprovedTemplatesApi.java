package org.hiwar.desktop.api;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.AccountStore;
import org.hiwar.channel.ApprovedTemplate;
import org.hiwar.channel.ApprovedTemplates;
import org.hiwar.contact.Contact;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The approved templates as which an agent's message may go out to a customer.
@RestController
@Requires(Privilege.WRITE_MESSAGES)
class ApprovedTemplatesApi {
  private final ApprovedTemplates templates;
  private final AccountStore accounts;
  private final ContactStore contacts;
  private final InteractionStore interactions;

  ApprovedTemplatesApi(
      ApprovedTemplates templates,
      AccountStore accounts,
      ContactStore contacts,
      InteractionStore interactions) {
    this.templates = templates;
    this.accounts = accounts;
    this.contacts = contacts;
    this.interactions = interactions;
  }

  /// @param header stands above the text; empty: nothing does
  /// @param body with `{{…}}` where its parameters are
  /// @param parameters their names, in the order in which they are sent
  /// @param fits whether it is in the customer's language, or in the account's where the customer's
  ///     is not known
  /// @param hindrance why it cannot be sent, in a code; null: it can
  record OfferedTemplate(
      String name,
      String language,
      String header,
      String body,
      String footer,
      List<String> parameters,
      boolean fits,
      @Nullable String hindrance) {}

  /// Those in the customer's language first; what cannot be sent is there with its reason.
  /// `conversation` is the one that is written from: the customer's language is the contact's, else
  /// the newest there; null: none goes on.
  @GetMapping("/api/contacts/{contact}/approved-templates")
  List<OfferedTemplate> offered(
      CurrentUser agent,
      @PathVariable ContactId contact,
      @RequestParam AccountId account,
      @RequestParam(required = false) @Nullable ConversationId conversation) {
    var known = contacts.find(agent.workspace(), contact).orElseThrow(Refusal::notFound);
    var by = accounts.present(agent.workspace(), account).orElseThrow(Refusal::notFound);
    var wanted = language(agent.workspace(), known, by, conversation);
    return templates.of(by).stream()
        .map(one -> offered(one, wanted))
        .sorted(
            Comparator.comparing((OfferedTemplate one) -> !one.fits())
                .thenComparing(one -> one.hindrance() != null))
        .toList();
  }

  private @Nullable String language(
      WorkspaceId workspace,
      Contact contact,
      Account account,
      @Nullable ConversationId conversation) {
    if (contact.language() != null) return contact.language();
    var there =
        conversation == null
            ? List.<Interaction>of()
            : interactions.ofConversations(workspace, List.of(conversation));
    return there.reversed().stream()
        .filter(one -> one.contact().equals(contact.id()))
        .map(Interaction::language)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(account.language());
  }

  private static OfferedTemplate offered(ApprovedTemplate one, @Nullable String wanted) {
    return new OfferedTemplate(
        one.name(),
        one.language(),
        one.header(),
        one.body(),
        one.footer(),
        one.parameters(),
        wanted != null && spoken(wanted).equals(spoken(one.language())),
        one.hindrance());
  }

  /// Providers write `en_US` where a tag is `en-US`.
  private static String spoken(String language) {
    return Locale.forLanguageTag(language.replace('_', '-')).getLanguage();
  }
}
