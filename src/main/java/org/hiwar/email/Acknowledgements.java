package org.hiwar.email;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.hiwar.channel.Account;
import org.hiwar.channel.Accounts;
import org.hiwar.channel.Sending;
import org.hiwar.email.AcknowledgementStore.Acknowledgement;
import org.hiwar.email.mime.Mailbox;
import org.hiwar.email.mime.ReadEmail;
import org.hiwar.workspace.WorkspaceId;

/// Tells whoever begins a thread that we have the mail, in their language, if the account wants it:
/// once for a thread, never to programs and lists, and few times a day to one address.
final class Acknowledgements {
  private static final String ENGLISH =
      "Thank you for your message. We have received it and will answer as soon as we can.";
  private static final String ARABIC = "شكرًا لرسالتك. لقد وصلتنا وسنرد عليك في أقرب وقت ممكن.";

  private final AcknowledgementStore store;
  private final Threads threads;
  private final Accounts accounts;
  private final SmtpSender sender;
  private final Clock clock;

  Acknowledgements(
      AcknowledgementStore store,
      Threads threads,
      Accounts accounts,
      SmtpSender sender,
      Clock clock) {
    this.store = store;
    this.threads = threads;
    this.accounts = accounts;
    this.sender = sender;
    this.clock = clock;
  }

  /// Done again for the same thread, it changes nothing.
  void enter(Account account, long thread, ReadEmail mail) {
    if (!account.setting("acknowledge").equals("true") || AutoSubmitted.isToBeLeft(mail)) return;
    var now = clock.instant();
    store.add(
        account.workspace(),
        new Acknowledgement(
            thread,
            account.id(),
            mail.from().address(),
            MailText.language(mail).orElse("en"),
            mail.subject(),
            mail.messageId(),
            threads.newMessageId(account),
            0,
            now),
        EmailLimits.ACKNOWLEDGEMENTS_A_DAY,
        now.minus(Duration.ofDays(1)));
  }

  /// Sends what waits. Where the account is not there or switched off nothing is sent, and what has
  /// waited for a day is not sent any more.
  void send(WorkspaceId workspace) {
    var now = clock.instant();
    for (var one : store.due(workspace, now, now.minus(Duration.ofDays(1)))) {
      var account = accounts.find(workspace, one.account()).filter(Account::enabled);
      if (account.isEmpty()) continue;
      var sending = sender.send(account.get(), mail(account.get(), one));
      boolean again =
          sending instanceof Sending.Later && one.tries() + 1 < EmailLimits.ACKNOWLEDGEMENT_TRIES;
      var state = sending instanceof Sending.Taken ? "SENT" : again ? "WAITING" : "FAILED";
      var pause = EmailLimits.ACKNOWLEDGEMENT_PAUSE.multipliedBy(1L << one.tries());
      store.settle(workspace, one.thread(), state, clock.instant().plus(pause));
    }
  }

  private static OutgoingMail mail(Account account, Acknowledgement one) {
    var settings = new EmailSettings(account);
    boolean arabic = one.language().equals("ar");
    var set = account.setting(arabic ? "acknowledgement-ar" : "acknowledgement-en");
    return new OutgoingMail(
        new Mailbox(settings.text("sender-name"), account.address()),
        null,
        List.of(new Mailbox("", one.recipient())),
        List.of(),
        Subjects.answer(one.subject()),
        one.messageId(),
        one.answers(),
        one.answers().isEmpty() ? List.of() : List.of(one.answers()),
        one.at(),
        set.isEmpty() ? arabic ? ARABIC : ENGLISH : set,
        List.of(),
        true);
  }
}
