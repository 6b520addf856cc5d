package org.hiwar.email;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
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

  /// So often we ask ourselves, whatever the server says; it also finds dead connections.
  static final Duration LOOK_EVERY = Duration.ofSeconds(20);

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

  ImapLine(MailSessions sessions, MailboxStore places, Account account, Inbox inbox, Clock clock) {
    this(sessions, places, account, inbox, clock, LOOK_EVERY);
  }

  /// @param lookEvery how long the server is waited for before it is asked
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
      if (Duration.between(began, clock.instant()).compareTo(LOOK_EVERY) > 0) pause = FIRST_PAUSE;
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

  /// What comes between the last look and the wait is counted, and then not waited for.
  private void stay(ImapMailbox mailbox) throws Exception {
    long validity = mailbox.validity();
    while (!closed) {
      int before = mailbox.count();
      fetchAll(mailbox, validity);
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
    if (place == 0) {
      // What nobody has read is kept first; only when all of it is, the place counts.
      place = mailbox.last();
      for (var waiting = mailbox.after(0);
          !waiting.isEmpty() && !closed;
          waiting = mailbox.after(0)) {
        for (var mail : waiting) keep(mail.uid(), validity, mailbox.raw(mail));
        mailbox.markRead(waiting);
        place = Math.max(place, waiting.getLast().uid());
      }
      if (!closed && place > 0) places.mark(account, new Place(validity, place));
      return;
    }
    for (var waiting = mailbox.after(place);
        !waiting.isEmpty() && !closed;
        waiting = mailbox.after(place)) {
      for (var mail : waiting) {
        keep(mail.uid(), validity, mailbox.raw(mail));
        places.mark(account, new Place(validity, mail.uid()));
      }
      mailbox.markRead(waiting);
      place = waiting.getLast().uid();
    }
  }

  private void keep(long uid, long validity, byte[] raw)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Inbox.Kept> kept = inbox.keep(account, validity + "." + uid, raw);
    kept.get(KEEP_WITHIN.toSeconds(), TimeUnit.SECONDS);
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
