package org.hiwar.email;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hiwar.channel.Account;
import org.hiwar.email.mime.Mailbox;
import org.hiwar.email.mime.ReadEmail;
import org.hiwar.workspace.WorkspaceId;

/// Decides which thread a mail belongs to (pain 8). A token in our address is believed before what
/// the mail says that it answers, that before what it refers to, and a subject comes last. Mails
/// that are only named count for people who are in the thread: a colleague to whom a mail was
/// forwarded begins a thread of their own.
public class Threads {
  /// A subject joins mails only so long.
  private static final Duration SUBJECT_JOINS = Duration.ofDays(30);

  private static final int SHORTEST_SUBJECT = 3;
  private static final int RANDOM_BYTES = 20;

  private final EmailThreadStore store;
  private final ThreadChangeStore changes;
  private final SecureRandom random;

  /// A thread with the reason. One that is new has the id that was offered for it.
  record Found(long thread, Why why) {}

  /// @param random nobody may foretell it
  Threads(EmailThreadStore store, ThreadChangeStore changes, SecureRandom random) {
    this.store = store;
    this.changes = changes;
    this.random = random;
  }

  /// The thread that goes on with the mails of this one: the one to which agents have joined it.
  long root(WorkspaceId workspace, long thread) {
    return changes.root(workspace, thread);
  }

  /// One transaction in which agents neither part nor join threads of the account.
  <T> T unchanged(Account account, Supplier<T> work) {
    return changes.unchanged(account.workspace(), account.id(), work);
  }

  /// A thread with those that were joined to it.
  List<Long> all(WorkspaceId workspace, long thread) {
    return changes.group(workspace, root(workspace, thread));
  }

  /// Finds the thread of a mail of a customer, and keeps the mail in it at once: one that answers
  /// it may be the next that is read. Done again, it gives the same.
  ///
  /// @param idOfNew what the thread is called if the mail begins one
  Found enter(Account account, ReadEmail mail, long idOfNew, Instant now) {
    var found = find(account, mail, idOfNew, now);
    keep(account, found.thread(), mail, now);
    return found;
  }

  private Found find(Account account, ReadEmail mail, long idOfNew, Instant now) {
    var found = earlier(account, mail, idOfNew, now);
    // When the mail was read before, it finds what it has begun itself.
    boolean begun = found.thread() == idOfNew && found.why() != Why.OTHER_SENDER;
    return begun ? new Found(idOfNew, Why.NEW) : found;
  }

  private Found earlier(Account account, ReadEmail mail, long idOfNew, Instant now) {
    var workspace = account.workspace();
    var from = mail.from().address();
    var token =
        ThreadToken.in(account.address(), recipients(mail))
            .flatMap(found -> store.byToken(workspace, account.id(), found));
    var answered = store.byMessageIds(workspace, account.id(), mail.inReplyTo(), from);
    if (token.isPresent()) {
      var parted =
          answered.or(() -> store.byMessageIds(workspace, account.id(), mail.references(), from));
      if (parted.isPresent() && wasParted(workspace, parted.get().thread(), token.get()))
        return new Found(parted.get().thread(), answered.isPresent() ? Why.ANSWERS : Why.REFERS);
      return new Found(token.get(), Why.TOKEN);
    }
    if (answered.isPresent() && answered.get().party())
      return new Found(answered.get().thread(), Why.ANSWERS);
    var referred = store.byMessageIds(workspace, account.id(), mail.references(), from);
    if (referred.isPresent() && referred.get().party())
      return new Found(referred.get().thread(), Why.REFERS);
    if (answered.isPresent() || referred.isPresent()) return new Found(idOfNew, Why.OTHER_SENDER);
    var subject = Subjects.bare(mail.subject());
    if (Subjects.looksLikeAnAnswer(mail.subject()) && subject.length() >= SHORTEST_SUBJECT) {
      var since = now.minus(SUBJECT_JOINS);
      var same = store.bySubject(workspace, account.id(), subject, from, since);
      if (same.isPresent()) return new Found(same.get(), Why.SUBJECT);
    }
    return new Found(idOfNew, Why.NEW);
  }

  /// Whether a thread was parted from this one: mails of it that we sent before have named the
  /// address of the whole.
  private boolean wasParted(WorkspaceId workspace, long thread, long whole) {
    long root = changes.root(workspace, whole);
    var from = changes.splitFrom(workspace, thread);
    for (int round = 0; round < EmailLimits.SPLITS && from.isPresent(); round++) {
      if (changes.root(workspace, from.get()) == root) return thread != whole;
      from = changes.splitFrom(workspace, from.get());
    }
    return false;
  }

  /// Where agents have parted the thread of a mail since it was read, its Message-ID goes with it,
  /// so that its own answers find it. Not where it is the Message-ID of another mail, too.
  void follow(Account account, ReadEmail mail, long thread) {
    var workspace = account.workspace();
    store
        .byMessageId(workspace, account.id(), mail.messageId())
        .filter(before -> before != thread && wasParted(workspace, thread, before))
        .ifPresent(
            before ->
                changes.moveMessageId(workspace, account.id(), mail.messageId(), before, thread));
  }

  /// Enters a mail that is there already in a thread of its own.
  void enter(Account account, Email mail, long thread) {
    store.add(
        account.workspace(),
        new EmailThreadStore.EmailThread(thread, newToken()),
        account.id(),
        Subjects.bare(mail.subject()),
        parties(account, mail.parties()),
        "",
        false,
        List.of(),
        mail.at());
  }

  private static List<String> parties(Account account, Email.Parties parties) {
    return Stream.of(List.of(parties.from()), parties.replyTo(), parties.to(), parties.cc())
        .flatMap(List::stream)
        .map(Mailbox::address)
        .filter(address -> !ThreadToken.isOurs(account.address(), address))
        .toList();
  }

  private void keep(Account account, long thread, ReadEmail mail, Instant at) {
    var before = new ArrayList<>(mail.references());
    before.addAll(mail.inReplyTo());
    var parties =
        parties(account, new Email.Parties(mail.from(), mail.to(), mail.cc(), mail.replyTo()));
    store.add(
        account.workspace(),
        new EmailThreadStore.EmailThread(thread, newToken()),
        account.id(),
        Subjects.bare(mail.subject()),
        parties,
        mail.messageId(),
        false,
        before,
        at);
  }

  /// Enters a mail of ours before it is sent, and says which token its thread has.
  String begin(Account account, Email ours, Instant at) {
    var parties =
        Stream.of(ours.parties().to(), ours.parties().cc())
            .flatMap(List::stream)
            .map(Mailbox::address)
            .toList();
    store.add(
        account.workspace(),
        new EmailThreadStore.EmailThread(ours.thread(), newToken()),
        account.id(),
        Subjects.bare(ours.subject()),
        parties,
        ours.messageId(),
        true,
        List.of(),
        at);
    return token(account, ours.thread());
  }

  String token(Account account, long thread) {
    return store.find(account.workspace(), thread).orElseThrow().token();
  }

  /// A Message-ID that nobody can guess, so that nobody can say of it that it came back.
  String newMessageId(Account account) {
    var ours = account.address();
    return newToken() + ours.substring(ours.lastIndexOf('@'));
  }

  private String newToken() {
    var bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return ThreadToken.of(bytes);
  }

  private static List<String> recipients(ReadEmail mail) {
    var named =
        Stream.of("delivered-to", "x-original-to", "envelope-to")
            .flatMap(name -> mail.headers().all(name).stream())
            .map(value -> value.replaceAll("[<>\\s]", ""));
    return Stream.concat(
            Stream.of(mail.to(), mail.cc()).flatMap(List::stream).map(Mailbox::address), named)
        .toList();
  }
}
