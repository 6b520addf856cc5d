package org.hiwar.email;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hiwar.channel.Account;
import org.hiwar.channel.Accounts;
import org.hiwar.channel.Writing;
import org.hiwar.channel.Writing.Written;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.Conversation;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.email.EmailApi.NewEmail;
import org.hiwar.email.mime.Mailbox;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Mails that agents write: what only a mail has is entered first, then its text becomes a message
/// like any other, and the outbox sends it.
@Component
class EmailWriting {
  private final Accounts accounts;
  private final EmailStore emails;
  private final Answers answers;
  private final Threads threads;
  private final Writing writing;
  private final ContactStore contacts;
  private final ConversationStore conversations;

  EmailWriting(
      Accounts accounts,
      EmailStore emails,
      Answers answers,
      Threads threads,
      Writing writing,
      ContactStore contacts,
      ConversationStore conversations) {
    this.accounts = accounts;
    this.emails = emails;
    this.answers = answers;
    this.threads = threads;
    this.writing = writing;
    this.contacts = contacts;
    this.conversations = conversations;
  }

  Written write(WorkspaceId workspace, UserId agent, NewEmail wish) {
    if (wish.text().length() > EmailLimits.TEXT_CHARACTERS) return new Written.Not("too-long");
    if (wish.text().isBlank() && wish.subject().isBlank()) return new Written.Not("invalid-text");
    var quoted = wish.quoted() == null ? null : emails.ofMessage(workspace, wish.quoted());
    if (quoted != null && quoted.isEmpty()) return new Written.Not("not-found");
    var answered = wish.inReplyTo() == null ? null : emails.ofMessage(workspace, wish.inReplyTo());
    if (answered != null && answered.isEmpty()) return new Written.Not("not-found");
    var replied = answered == null ? null : answered.get();
    var account = account(workspace, wish, replied);
    if (account.isEmpty()) return new Written.Not("no-account");
    var to = boxes(wish.to());
    var cc = boxes(wish.cc());
    if (to.isEmpty() || cc.isEmpty()) return new Written.Not("invalid-address");
    var named = to.get().isEmpty() ? usual(workspace, wish) : to.get();
    var recipients = new Recipients(named, cc.get()).without(ours(workspace));
    if (recipients.to().isEmpty()) return new Written.Not("no-address");
    if (recipients.to().size() + recipients.cc().size() > EmailLimits.RECIPIENTS)
      return new Written.Not("too-many-recipients");
    var text =
        quoted == null
            ? wish.text()
            : Quotes.below(wish.text(), quoted.get(), wish.inReplyTo() != null);
    var email =
        answers.enter(
            account.get(),
            wish.id(),
            recipients.to(),
            recipients.cc(),
            wish.subject(),
            text,
            replied);
    var written =
        writing.write(
            workspace, wanted(agent, wish, email, threads.root(workspace, email.thread())));
    switch (written) {
      case Written.Done(var message) -> emails.stored(workspace, wish.id(), message.id());
      case Written.Not _ -> emails.takeBack(workspace, wish.id());
      case Written.NotNow _ -> {}
    }
    return written;
  }

  private static Writing.Wanted wanted(UserId agent, NewEmail wish, Email email, long thread) {
    var text = wish.text().isBlank() ? email.subject() : wish.text();
    return new Writing.Wanted(
        agent,
        wish.id(),
        wish.conversation(),
        wish.contact(),
        EmailChannel.NAME,
        email.account(),
        email.parties().to().getFirst().address(),
        MailText.beginning(text),
        thread,
        wish.files(),
        null,
        null);
  }

  /// Every address at which we get mail.
  List<String> ours(WorkspaceId workspace) {
    return accounts.all(workspace).stream()
        .filter(account -> account.channel().equals(EmailChannel.NAME))
        .map(Account::address)
        .toList();
  }

  /// An answer goes from where the mail came to.
  private Optional<Account> account(
      WorkspaceId workspace, NewEmail wish, @Nullable Email answered) {
    var named =
        wish.account() != null ? wish.account() : answered == null ? null : answered.account();
    return accounts.all(workspace).stream()
        .filter(account -> account.channel().equals(EmailChannel.NAME) && account.enabled())
        .filter(account -> named == null || account.id().equals(named))
        .findFirst();
  }

  /// Empty: one of them is no address.
  private static Optional<List<Mailbox>> boxes(List<String> typed) {
    var boxes = new ArrayList<Mailbox>();
    for (var one : typed) {
      var address = Addresses.normalised(AddressKind.EMAIL, one, "");
      if (address.isEmpty() || !OutgoingMail.isAddress(address.get())) return Optional.empty();
      boxes.add(new Mailbox("", address.get()));
    }
    return Optional.of(List.copyOf(boxes));
  }

  /// The contact's best address (S0-73).
  private List<Mailbox> usual(WorkspaceId workspace, NewEmail wish) {
    return contact(workspace, wish)
        .flatMap(id -> contacts.find(workspace, id))
        .flatMap(
            contact ->
                contact.addresses().stream()
                    .filter(one -> one.kind() == AddressKind.EMAIL && one.trust() != Trust.CLAIMED)
                    .min(
                        Comparator.comparing(
                            Address::trust, Comparator.comparingInt(EmailWriting::order))))
        .map(address -> List.of(new Mailbox("", address.value())))
        .orElse(List.of());
  }

  private static int order(Trust trust) {
    return switch (trust) {
      case CONFIRMED -> 0;
      case ATTESTED -> 1;
      case PRESENTED -> 2;
      case CLAIMED -> 3;
    };
  }

  private Optional<ContactId> contact(WorkspaceId workspace, NewEmail wish) {
    if (wish.contact() != null) return Optional.of(wish.contact());
    return Optional.ofNullable(wish.conversation())
        .flatMap(id -> conversations.find(workspace, id))
        .map(Conversation::contact);
  }
}
