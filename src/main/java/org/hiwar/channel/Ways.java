package org.hiwar.channel;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;
import org.hiwar.contact.Contact;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.OptOuts;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.AttachmentStore;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// By which accounts which address of a customer can be written to, and what is in the way.
@Component
public class Ways {
  /// What an agent has confirmed before what is proved, and that before what was shown or said.
  private static final Comparator<Address> BEST =
      Comparator.comparingInt(
          address ->
              switch (address.trust()) {
                case CONFIRMED -> 0;
                case ATTESTED -> 1;
                case PRESENTED -> 2;
                case CLAIMED -> 3;
              });

  private final Accounts accounts;
  private final Channels channels;
  private final ContactStore contacts;
  private final OptOuts optOuts;
  private final ConversationStore conversations;
  private final InteractionStore interactions;
  private final AttachmentStore files;
  private final ServiceStore services;
  private final ApprovedTemplates templates;

  public Ways(
      Accounts accounts,
      Channels channels,
      ContactStore contacts,
      OptOuts optOuts,
      ConversationStore conversations,
      InteractionStore interactions,
      AttachmentStore files,
      ServiceStore services,
      ApprovedTemplates templates) {
    this.accounts = accounts;
    this.channels = channels;
    this.contacts = contacts;
    this.optOuts = optOuts;
    this.conversations = conversations;
    this.interactions = interactions;
    this.files = files;
    this.services = services;
    this.templates = templates;
  }

  sealed interface Found {
    record There(Account account, Channel channel, String to) implements Found {}

    record Not(String code) implements Found {}
  }

  /// One way to write to a contact.
  ///
  /// @param address null: the contact has none of the kind
  /// @param hindrance why it cannot be gone now, as the screens translate it; null: it can
  /// @param templateOnly whether nothing but an approved template arrives
  /// @param live the interaction that goes on this way and that the agent has; null: none
  /// @param preferred the one that is offered first
  public record Way(
      Account account,
      Capabilities capabilities,
      @Nullable Address address,
      @Nullable String hindrance,
      boolean templateOnly,
      @Nullable InteractionId live,
      boolean preferred) {}

  /// Every enabled account with every address of the contact that fits it, possible or not; the
  /// accounts in the contact's language first.
  public List<Way> of(
      WorkspaceId workspace, Contact contact, UserId agent, @Nullable ConversationId conversation) {
    var live = live(workspace, agent, contact.id(), conversation);
    var newest = live.isEmpty() ? null : live.getLast().id();
    return accounts.all(workspace).stream()
        .filter(Account::enabled)
        .sorted(inTheLanguageOf(contact))
        .flatMap(
            account ->
                channels.find(account.channel()).stream()
                    .flatMap(channel -> of(workspace, contact, account, channel, live).stream()))
        .map(
            way ->
                new Way(
                    way.account(),
                    way.capabilities(),
                    way.address(),
                    way.hindrance(),
                    way.templateOnly(),
                    way.live(),
                    newest != null && newest.equals(way.live())))
        .toList();
  }

  private static Comparator<Account> inTheLanguageOf(Contact contact) {
    return Comparator.comparingInt(
        account ->
            account.language() == null ? 1 : account.language().equals(contact.language()) ? 0 : 2);
  }

  private List<Way> of(
      WorkspaceId workspace,
      Contact contact,
      Account account,
      Channel channel,
      List<Interaction> live) {
    var can = channel.capabilities();
    var addresses = addresses(contact, can.address());
    if (addresses.isEmpty()) {
      // An address would not help where the customer has to write first.
      var why = can.canBegin() ? "no-address" : "cannot-begin";
      return List.of(new Way(account, can, null, why, false, null, false));
    }
    return addresses.stream()
        .map(
            address -> {
              var going =
                  live.stream()
                      .filter(i -> isOf(i, account) && i.party().equals(address.value()))
                      .map(Interaction::id)
                      .reduce((_, last) -> last);
              var judged =
                  judged(
                      workspace,
                      account,
                      channel,
                      contact.id(),
                      address.value(),
                      going.isPresent());
              return new Way(
                  account,
                  can,
                  address,
                  judged.hindrance(),
                  judged.templateOnly(),
                  going.orElse(null),
                  false);
            })
        .toList();
  }

  private static boolean isOf(Interaction interaction, Account account) {
    var by = interaction.account();
    return by != null && by == account.id().value();
  }

  /// Of this agent, oldest first.
  private List<Interaction> live(
      WorkspaceId workspace,
      UserId agent,
      ContactId contact,
      @Nullable ConversationId conversation) {
    var where =
        conversation != null
            ? List.of(conversation)
            : conversations.openOf(workspace, contact).map(c -> List.of(c.id())).orElse(List.of());
    return interactions.ofConversations(workspace, where).stream()
        .filter(i -> i.live() && i.account() != null && agent.equals(i.agent()))
        .toList();
  }

  private static List<Address> addresses(Contact contact, AddressKind kind) {
    return contact.addresses().stream().filter(a -> a.kind() == kind).sorted(BEST).toList();
  }

  private record Judged(@Nullable String hindrance, boolean templateOnly) {}

  /// @param going something goes on this way: it need not be begun
  private Judged judged(
      WorkspaceId workspace,
      Account account,
      Channel channel,
      ContactId contact,
      String to,
      boolean going) {
    var can = channel.capabilities();
    if (optOuts.has(workspace, can.address(), to, channel.name()))
      return new Judged("opted-out", false);
    var heard = interactions.lastHeard(workspace, account.id().value(), to).orElse(null);
    if (!can.canBegin() && heard == null && !going) return new Judged("cannot-begin", false);
    var recipient = new Recipient(contact, to, heard);
    var hindrance = channel.hindrance(account, recipient).orElse(null);
    if (hindrance != null) return new Judged(hindrance, false);
    return switch (templates.freedom(account, channel, recipient)) {
      case FREE -> new Judged(null, false);
      case TEMPLATES -> new Judged(null, true);
      case NONE -> new Judged("window-closed", false);
    };
  }

  /// The way that an agent wants to go, or why it cannot be gone.
  Found find(WorkspaceId workspace, Writing.Wanted wanted) {
    var channel = channels.find(wanted.channel());
    if (channel.isEmpty()) return new Found.Not("no-channel");
    var contact = contact(workspace, wanted);
    var account = account(workspace, wanted, contact);
    if (account.isEmpty()) return new Found.Not("no-account");
    var can = channel.get().capabilities();
    if (!serves(workspace, wanted.service(), can)) return new Found.Not("unknown-service");
    if (wanted.text().length() > Math.min(can.characters(), ConversationLimits.MESSAGE_CHARACTERS))
      return new Found.Not("too-long");
    if (wanted.text().isBlank()) return new Found.Not("invalid-text");
    var wrong = wrongFiles(workspace, wanted, channel.get());
    if (wrong.isPresent()) return new Found.Not(wrong.get());
    var to = to(wanted, contact, can.address());
    if (to.isEmpty()) return new Found.Not(wanted.to() == null ? "no-address" : "invalid-address");
    var whom = contact.map(Contact::id).orElse(new ContactId(0));
    var judged = judged(workspace, account.get(), channel.get(), whom, to.get(), false);
    if (judged.hindrance() != null) return new Found.Not(judged.hindrance());
    return wrongTemplate(account.get(), channel.get(), wanted, judged)
        .<Found>map(Found.Not::new)
        .orElseGet(() -> new Found.There(account.get(), channel.get(), to.get()));
  }

  private Optional<String> wrongTemplate(
      Account account, Channel channel, Writing.Wanted wanted, Judged judged) {
    var use = wanted.template();
    if (use == null)
      return judged.templateOnly() ? Optional.of("template-needed") : Optional.empty();
    if (!wanted.files().isEmpty()) return Optional.of("template-without-files");
    return templates.wrong(account, channel, use, wanted.text());
  }

  private boolean serves(WorkspaceId workspace, @Nullable ServiceId service, Capabilities can) {
    return service == null
        || services
            .find(workspace, service)
            .filter(known -> known.medium() == can.medium())
            .isPresent();
  }

  private Optional<Account> account(
      WorkspaceId workspace, Writing.Wanted wanted, Optional<Contact> contact) {
    var named = wanted.account();
    var all = accounts.all(workspace).stream();
    var fitting =
        contact
            .map(known -> all.sorted(inTheLanguageOf(known)))
            .orElse(all)
            .filter(a -> a.enabled() && a.channel().equals(wanted.channel()))
            .filter(a -> named == null || a.id().equals(named))
            .toList();
    return fitting.stream()
        .filter(a -> a.service().equals(wanted.service()))
        .findFirst()
        .or(() -> fitting.stream().findFirst());
  }

  private Optional<String> wrongFiles(
      WorkspaceId workspace, Writing.Wanted wanted, Channel channel) {
    var can = channel.capabilities();
    if (wanted.files().isEmpty()) return Optional.empty();
    if (wanted.files().size() > can.files()) return Optional.of("files-not-allowed");
    if (wanted.text().length() > channel.captionCharacters())
      return Optional.of("caption-too-long");
    var there = files.unsent(workspace, wanted.agent(), wanted.files());
    // Asked again, the message has them already: then it is found by its id.
    return there.stream().anyMatch(file -> file.bytes() > can.fileBytes())
        ? Optional.of("file-too-large")
        : Optional.empty();
  }

  private Optional<Contact> contact(WorkspaceId workspace, Writing.Wanted wanted) {
    var named = Optional.ofNullable(wanted.contact());
    return Optional.ofNullable(wanted.conversation())
        .flatMap(id -> conversations.find(workspace, id))
        .map(conversation -> conversation.contact())
        .or(() -> named)
        .flatMap(id -> contacts.find(workspace, id));
  }

  private static Optional<String> to(
      Writing.Wanted wanted, Optional<Contact> contact, AddressKind kind) {
    if (wanted.to() != null) return Addresses.normalised(kind, wanted.to(), "");
    return contact.flatMap(
        known ->
            addresses(known, kind).stream()
                .filter(address -> address.trust() != Trust.CLAIMED)
                .map(Address::value)
                .findFirst());
  }
}
