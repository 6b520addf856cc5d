package org.hiwar.email;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hiwar.channel.Account;
import org.hiwar.channel.Inbox;
import org.hiwar.channel.Line;
import org.hiwar.email.MailboxStore.Place;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches one mailbox, on a thread of its own: what came meanwhile first, then it waits for the
/// server to say that there is more (RFC 2177). A mail is handed to the inbox as it came, and only
/// when it is stored the place behind it is noted; so nothing is missed, and what comes twice is
/// found out by its UID.
final class ImapLine implements Line {
  private static final Logger LOG = LoggerFactory.getLogger(ImapLine.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /// A connection that lasted longer has failed for the first time.
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

  private static final Duration KEEP_WITHIN = Duration.ofSeconds(30);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final MailSessions sessions;
  private final MailboxStore places;
  private final Account account;
  private final Inbox inbox;
  private final Clock clock;
  private final Duration lookEvery;
  private final Thread thread;
  private volatile boolean closed;
  private volatile Standing standing;
  private volatile @Nullable ImapMailbox open;

  /// @param lookEvery how long the server is waited for before it is asked, whatever it says; so
  ///     dead connections are found, too
  ImapLine(
      MailSessions sessions,
      MailboxStore places,
      Account account,
      Inbox inbox,
      Clock clock,
      Duration lookEvery) {
    this.lookEvery = lookEvery;
    this.sessions = sessions;
    this.places = places;
    this.account = account;
    this.inbox = inbox;
    this.clock = clock;
    standing = new Standing(false, clock.instant(), "connecting");
    thread = Thread.ofVirtual().name("imap-" + account.id()).unstarted(this::run);
  }

  ImapLine start() {
    thread.start();
    return this;
  }

  @Override
  public Standing standing() {
    return standing;
  }

  private void run() {
    var pause = FIRST_PAUSE;
    while (!closed) {
      var began = clock.instant();
      try (var mailbox = ImapMailbox.open(sessions, account)) {
        open = mailbox;
        stands(null);
        stay(mailbox);
      } catch (InterruptedException e) {
        return;
      } catch (Exception e) {
        if (closed) return;
        stands(MailFault.code(e));
        LOG.info("The mailbox of {} is not connected: {}", account, e.toString());
      } finally {
        open = null;
      }
      if (Duration.between(began, clock.instant()).compareTo(LONG_ENOUGH) > 0) pause = FIRST_PAUSE;
      if (!rested(pause)) return;
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }

  private void stands(@Nullable String code) {
    boolean up = code == null;
    var before = standing;
    if (before.up() != up || !up && !Objects.equals(before.code(), code))
      standing = new Standing(up, clock.instant(), code);
  }

  /// What came during the last look is asked for once more before the wait: not every server tells
  /// at the beginning of a wait what came before it.
  private void stay(ImapMailbox mailbox) throws Exception {
    long validity = mailbox.validity();
    while (!closed) {
      int before = mailbox.count();
      fetchAll(mailbox, validity);
      mailbox.wake();
      if (mailbox.count() != before) continue;
      if (mailbox.canIdle()) idle(mailbox);
      else if (!rested(lookEvery)) return;
    }
  }

  /// Somebody has to end the wait from outside.
  private void idle(ImapMailbox mailbox) throws MessagingException {
    var alarm =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Thread.sleep(lookEvery);
                    mailbox.wake();
                  } catch (InterruptedException e) {
                    // the wait is over
                  } catch (MessagingException e) {
                    mailbox.close();
                  }
                });
    try {
      mailbox.idle();
    } finally {
      alarm.interrupt();
    }
  }

  private void fetchAll(ImapMailbox mailbox, long validity) throws Exception {
    var known = places.find(account).filter(place -> place.validity() == validity);
    long place = known.map(Place::place).orElse(0L);
    if (place > 0) {
      while (!closed) {
        long last = fetch(mailbox, validity, place, true);
        if (last == place) return;
        place = last;
      }
      return;
    }
    // What nobody has read is kept first; only when all of it is, the place counts.
    place = mailbox.last();
    for (long last = 1; last > 0 && !closed; ) {
      last = fetch(mailbox, validity, 0, false);
      place = Math.max(place, last);
    }
    if (!closed && place > 0) places.mark(account, new Place(validity, place));
  }

  /// Keeps what lies behind a place now; answers with the UID of the last one, or with the place if
  /// there is nothing.
  ///
  /// @param marks whether the place is noted behind each mail that is kept
  private long fetch(ImapMailbox mailbox, long validity, long place, boolean marks)
      throws Exception {
    long last = place;
    var found = mailbox.after(place);
    for (int i = 0; i < found.size() && !closed; i += ImapMailbox.BATCH) {
      var some = found.subList(i, Math.min(i + ImapMailbox.BATCH, found.size()));
      var waiting = mailbox.waiting(some, place);
      for (var left = waiting; !left.isEmpty(); ) {
        var together = ImapMailbox.together(left);
        keep(together, validity, mailbox.raw(together));
        last = Math.max(last, together.getLast().uid());
        if (marks) places.mark(account, new Place(validity, last));
        left = left.subList(together.size(), left.size());
      }
      if (!waiting.isEmpty()) mailbox.markRead(waiting);
    }
    return last;
  }

  /// Hands all of them over before it waits, so that they are stored together.
  private void keep(List<ImapMailbox.Waiting> mails, long validity, List<byte[]> raw)
      throws InterruptedException, ExecutionException, TimeoutException {
    var keeping = new ArrayList<CompletableFuture<Inbox.Kept>>(mails.size());
    for (int i = 0; i < mails.size(); i++)
      keeping.add(inbox.keep(account, validity + "." + mails.get(i).uid(), raw.get(i)));
    for (var one : keeping) one.get(KEEP_WITHIN.toSeconds(), TimeUnit.SECONDS);
  }

  private boolean rested(Duration pause) {
    try {
      Thread.sleep(pause);
      return !closed;
    } catch (InterruptedException _) {
      return false;
    }
  }

  @Override
  public void close() {
    closed = true;
    var mailbox = open;
    // Closing the connection ends a wait; interrupting would cut off what is being stored.
    if (mailbox != null) Thread.ofVirtual().start(mailbox::close);
    else thread.interrupt();
    try {
      if (!thread.join(CLOSE_WITHIN)) thread.interrupt();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
