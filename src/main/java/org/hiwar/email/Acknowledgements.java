package org.hiwar.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.UUID;
import org.hiwar.channel.Account;
import org.hiwar.conversation.Author;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.Messages;
import org.hiwar.conversation.NewMessage;
import org.hiwar.conversation.Sent;
import org.hiwar.email.mime.ReadEmail;

/// Tells whoever begins a thread that we have the mail, in their language, if the account wants it:
/// once for a thread, never to programs and lists, and few times a day to one address (RFC 3834).
/// It is a message of the system, which the outbox sends as any other.
final class Acknowledgements {
  static final String ENGLISH =
      "Thank you for your message. We have received it and will answer as soon as we can.";
  static final String ARABIC = "شكرًا لرسالتك. لقد وصلتنا وسنرد عليك في أقرب وقت ممكن.";

  private final AcknowledgementStore store;
  private final Answers answers;
  private final EmailStore emails;
  private final Messages messages;
  private final Clock clock;

  Acknowledgements(
      AcknowledgementStore store,
      Answers answers,
      EmailStore emails,
      Messages messages,
      Clock clock) {
    this.store = store;
    this.answers = answers;
    this.emails = emails;
    this.messages = messages;
    this.clock = clock;
  }

  /// Done again for the same mail, it changes nothing.
  ///
  /// @param email the same as `mail`, as it was kept
  /// @param message that it became
  /// @throws IllegalStateException the messages cannot be stored now: to be done again
  void send(Account account, ReadEmail mail, Email email, Message message) {
    var language = MailText.language(mail).orElse("en");
    var settings = new EmailSettings(account);
    if (!settings.flag("acknowledge-" + language) || AutoSubmitted.isToBeLeft(mail)) return;
    var recipient = mail.from().address();
    if (!store.note(account.workspace(), account.id(), email.thread(), recipient, clock.instant()))
      return;
    var id = UUID.nameUUIDFromBytes(("acknowledgement of " + message.id()).getBytes(UTF_8));
    var text = settings.text("acknowledgement-" + language);
    store(account, message, answers.enterAutomatic(account, id, text, email), id);
  }

  /// Where the interaction is over by now, nobody is told.
  private void store(Account account, Message message, Email answer, UUID id) {
    var news =
        new NewMessage(
            message.conversation(),
            message.interaction(),
            id,
            Author.SYSTEM,
            MailText.beginning(answer.text()));
    switch (messages.send(account.workspace(), news).join()) {
      case Sent.Stored(var stored, _) -> emails.stored(account.workspace(), id, stored.id());
      case Sent.Refused _ -> emails.takeBack(account.workspace(), id);
      case Sent.Unavailable _ ->
          throw new IllegalStateException("the acknowledgement could not be stored");
    }
  }
}
