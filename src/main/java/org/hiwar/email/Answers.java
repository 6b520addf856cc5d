package org.hiwar.email;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Accounts;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.OutgoingFile;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.email.mime.Characters;
import org.hiwar.email.mime.Mailbox;
import org.hiwar.email.mime.MimeLimits;
import org.hiwar.platform.Ids;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Mails of ours: entered, with their Message-ID, before they are sent, so that a mail that is sent
/// twice is recognised as one by whoever gets it, and an answer to it finds its thread.
final class Answers {
  private final Accounts accounts;
  private final InteractionStore interactions;
  private final EmailStore emails;
  private final Threads threads;
  private final Ids ids;
  private final Clock clock;

  Answers(
      Accounts accounts,
      InteractionStore interactions,
      EmailStore emails,
      Threads threads,
      Ids ids,
      Clock clock) {
    this.accounts = accounts;
    this.interactions = interactions;
    this.emails = emails;
    this.threads = threads;
    this.ids = ids;
    this.clock = clock;
  }

  Account account(WorkspaceId workspace, AccountId account) {
    return accounts
        .find(workspace, account)
        .orElseThrow(() -> new IllegalStateException("there is no account " + account));
  }

  /// Enters a mail that somebody wants to send.
  ///
  /// @param answered null: it is a new one
  Email enter(
      Account account,
      UUID clientId,
      List<Mailbox> to,
      List<Mailbox> cc,
      String subject,
      String text,
      @Nullable Email answered) {
    long id = ids.next();
    return threads.unchanged(
        account,
        () -> {
          // Its thread may have been parted while the answer was written.
          var now =
              answered == null
                  ? null
                  : emails.find(account.workspace(), answered.id()).orElse(answered);
          return enter(
              account,
              clientId,
              id,
              now == null ? id : now.thread(),
              to,
              cc,
              subject,
              text,
              now,
              Why.OURS);
        });
  }

  /// Enters what we answer by ourselves to a mail of a customer.
  Email enterAutomatic(Account account, UUID clientId, String text, Email answered) {
    return enter(
        account,
        clientId,
        ids.next(),
        answered.thread(),
        List.of(answered.parties().from()),
        List.of(),
        Subjects.answer(answered.subject()),
        text,
        answered,
        Why.AUTOMATIC);
  }

  private Email enter(
      Account account,
      UUID clientId,
      long id,
      long thread,
      List<Mailbox> to,
      List<Mailbox> cc,
      String subject,
      String text,
      @Nullable Email answered,
      Why why) {
    var known = emails.ofClient(account.workspace(), clientId);
    if (known.isPresent()) return known.get();
    var from = new Mailbox(new EmailSettings(account).text("sender-name"), account.address());
    var email =
        new Email(
            id,
            account.id(),
            thread,
            null,
            clientId,
            threads.newMessageId(account),
            answered == null ? "" : answered.messageId(),
            answered == null ? List.of() : before(answered),
            new Email.Parties(from, to, cc, List.of()),
            subject,
            text,
            "",
            null,
            why,
            List.of(),
            clock.instant());
    threads.begin(account, email, email.at());
    if (emails.add(account.workspace(), email)) return email;
    return emails.ofClient(account.workspace(), clientId).orElseThrow();
  }

  /// Every mail before the answer to `answered` (RFC 5322, 3.6.4).
  private static List<String> before(Email answered) {
    var ids = new ArrayList<>(answered.references());
    if (!answered.messageId().isEmpty()) ids.add(answered.messageId());
    return List.copyOf(ids.subList(Math.max(0, ids.size() - MimeLimits.REFERENCES), ids.size()));
  }

  /// The mail that a message has to become: as it was entered, or, where an agent has only written
  /// on, the answer to the last mail of the thread.
  Email email(Account account, Outgoing message) {
    var workspace = account.workspace();
    var known = emails.ofClient(workspace, message.clientId());
    if (known.isEmpty()) {
      var thread =
          interactions
              .find(workspace, message.interaction())
              .flatMap(i -> Optional.ofNullable(i.thread()));
      var last = thread.flatMap(id -> emails.last(workspace, threads.all(workspace, id)));
      var subject =
          last.map(mail -> Subjects.answer(mail.subject())).orElse(firstLine(message.text()));
      long id = message.id().value();
      known =
          Optional.of(
              enter(
                  account,
                  message.clientId(),
                  id,
                  thread.orElse(id),
                  List.of(new Mailbox("", message.to())),
                  List.of(),
                  subject,
                  message.text(),
                  last.orElse(null),
                  Why.OURS));
    }
    emails.stored(workspace, message.clientId(), message.id());
    return known.get();
  }

  private static String firstLine(String text) {
    return Characters.line(text.lines().findFirst().orElse(""), 80);
  }

  OutgoingMail mail(Account account, Email email, List<OutgoingFile> files) {
    var from = email.parties().from();
    boolean plus = new EmailSettings(account).flag("plus-addresses");
    var replyTo =
        plus
            ? new Mailbox(
                from.name(),
                ThreadToken.address(account.address(), threads.token(account, email.thread())))
            : null;
    return new OutgoingMail(
        new Mailbox(from.name(), account.address()),
        replyTo,
        email.parties().to(),
        email.parties().cc(),
        email.subject(),
        email.messageId(),
        email.inReplyTo(),
        email.references(),
        email.at(),
        email.text(),
        files,
        email.why() == Why.AUTOMATIC);
  }
}
