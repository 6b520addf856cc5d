package org.hiwar.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hiwar.channel.Account;
import org.hiwar.channel.Capabilities;
import org.hiwar.channel.Channel;
import org.hiwar.channel.Finding;
import org.hiwar.channel.Inbox;
import org.hiwar.channel.Incoming;
import org.hiwar.channel.Line;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.RawItem;
import org.hiwar.channel.Reading;
import org.hiwar.channel.Receipt;
import org.hiwar.channel.Sending;
import org.hiwar.channel.Setting;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;
import org.hiwar.contact.Sender;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.Matters;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageId;
import org.hiwar.email.mime.EmailReader;
import org.hiwar.email.mime.EmailReading;
import org.hiwar.email.mime.ReadEmail;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.WorkspaceId;

/// Mail as a channel.
final class EmailChannel implements Channel {
  static final String NAME = "email";

  private static final Capabilities CAPABILITIES =
      new Capabilities(
          Medium.EMAIL,
          AddressKind.EMAIL,
          true,
          EmailLimits.TEXT_CHARACTERS,
          EmailLimits.FILES,
          EmailLimits.FILE_BYTES,
          true);

  private final MailSessions sessions;
  private final MailboxStore places;
  private final Threads threads;
  private final EmailThreadStore references;
  private final EmailStore emails;
  private final ThreadChangeStore changes;
  private final Matters matters;
  private final Answers answers;
  private final Acknowledgements acknowledgements;
  private final SmtpSender sender;
  private final Clock clock;
  private final Duration lookEvery;

  /// @param lookEvery how long a mailbox's server is waited for before it is asked
  EmailChannel(
      MailSessions sessions,
      MailboxStore places,
      Threads threads,
      EmailThreadStore references,
      EmailStore emails,
      ThreadChangeStore changes,
      Matters matters,
      Answers answers,
      Acknowledgements acknowledgements,
      Clock clock,
      Duration lookEvery) {
    this.sessions = sessions;
    this.places = places;
    this.threads = threads;
    this.references = references;
    this.emails = emails;
    this.changes = changes;
    this.matters = matters;
    this.answers = answers;
    this.acknowledgements = acknowledgements;
    this.clock = clock;
    this.lookEvery = lookEvery;
    sender = new SmtpSender(sessions);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public List<Setting> settings() {
    return EmailSettings.ALL;
  }

  @Override
  public Optional<String> ourAddress(String typed) {
    return Addresses.normalised(AddressKind.EMAIL, typed, "");
  }

  @Override
  public Line open(Account account, Inbox inbox) {
    return new ImapLine(sessions, places, account, inbox, clock, lookEvery).start();
  }

  @Override
  public List<Finding> test(Account account) {
    return new MailTrial(sessions, sender).of(account);
  }

  @Override
  public Reading read(Account account, RawItem item) {
    return switch (reader(account).read(item.body())) {
      case EmailReading.Unreadable(var code, var detail) -> new Reading.Aside(code, detail);
      case EmailReading.Read(var mail) ->
          references.together(account.workspace(), () -> read(account, item, mail));
    };
  }

  private static EmailReader reader(Account account) {
    return new EmailReader(account.language() == null ? "" : account.language());
  }

  private Reading read(Account account, RawItem item, ReadEmail mail) {
    var tooLarge = mail.headers().first(ImapMailbox.TOO_LARGE.toLowerCase(Locale.ROOT));
    if (!tooLarge.isEmpty()) return new Reading.Aside("email-too-large", tooLarge + " bytes");
    var workspace = account.workspace();
    if (ThreadToken.isOurs(account.address(), mail.from().address())
        || !references.ours(workspace, account.id(), List.of(mail.messageId())).isEmpty())
      return new Reading.Nothing("own-mail");
    var bounce = Bounce.in(mail);
    if (bounce != null) return read(account, item, bounce);
    if (AutoSubmitted.isReply(mail)) return new Reading.Nothing("auto-reply");
    var found = threads.enter(account, mail, item.id(), item.receivedAt());
    return Reading.Content.of(
        new Incoming(
            externalId(mail),
            sender(account, mail),
            MailText.shown(mail),
            mail.date(),
            threads.root(workspace, found.thread()),
            mail.files()));
  }

  private Reading read(Account account, RawItem item, Bounce bounce) {
    var state = bounce.state();
    if (state == null) return new Reading.Nothing("delayed");
    var ours = references.ours(account.workspace(), account.id(), bounce.about());
    if (ours.isEmpty()) return new Reading.Nothing("unknown-message");
    return new Reading.Content(
        List.of(),
        ours.stream()
            .map(id -> new Receipt(id, state, bounce.failure(), item.receivedAt()))
            .toList());
  }

  private static Sender sender(Account account, ReadEmail mail) {
    var trust = trust(account, mail);
    var address = new Address(AddressKind.EMAIL, mail.from().address(), trust);
    var name = mail.from().name();
    return new Sender(
        address, List.of(), name.isEmpty() ? null : name, MailText.language(mail).orElse(null));
  }

  private static Trust trust(Account account, ReadEmail mail) {
    return Authentication.of(mail, new EmailSettings(account).text("authserv-id"));
  }

  /// A mail may lie in the mailbox twice, and another sender may use its id.
  private static String externalId(ReadEmail mail) {
    try {
      var all =
          String.join("\n", mail.from().address(), mail.subject(), mail.date() + "", mail.text());
      var hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8));
      return mail.messageId() + " " + HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void kept(WorkspaceId workspace, RawItem item, Incoming incoming, Message message) {
    var account = answers.account(workspace, item.account());
    if (!(reader(account).read(item.body()) instanceof EmailReading.Read(var mail))) return;
    var email =
        changes.unchanged(workspace, account.id(), () -> keep(account, item, mail, message));
    // A thread has the id of the item that began it.
    if (email.thread() == item.id()) acknowledgements.send(account, mail, email, message);
    follow(workspace, incoming, message, threads.root(workspace, email.thread()));
  }

  private Email keep(Account account, RawItem item, ReadEmail mail, Message message) {
    var found = threads.enter(account, mail, item.id(), item.receivedAt());
    threads.follow(account, mail, found.thread());
    var email =
        new Email(
            message.id().value(),
            account.id(),
            found.thread(),
            message.id(),
            null,
            mail.messageId(),
            mail.inReplyTo().stream().findFirst().orElse(""),
            mail.references(),
            new Email.Parties(mail.from(), mail.to(), mail.cc(), mail.replyTo()),
            mail.subject(),
            mail.text(),
            mail.html(),
            trust(account, mail),
            found.why(),
            SenderMarks.of(mail),
            item.receivedAt());
    emails.add(account.workspace(), email);
    return email;
  }

  /// Where agents have parted or joined threads since the mail was read, it goes on to the
  /// interaction of its thread.
  private void follow(WorkspaceId workspace, Incoming incoming, Message message, long thread) {
    if (Objects.equals(incoming.thread(), thread)) return;
    var interaction = message.interaction();
    matters
        .live(workspace, interaction, thread)
        .ifPresent(
            to ->
                matters.move(
                    workspace, message.conversation(), Set.of(message.id()), interaction, to));
  }

  @Override
  public Map<MessageId, String> headlines(WorkspaceId workspace, Collection<MessageId> messages) {
    return emails.subjects(workspace, messages);
  }

  @Override
  public Sending send(Account account, Outgoing message) {
    var email = answers.email(account, message);
    return sender.send(account, answers.mail(account, email, message.files()));
  }
}
