package org.hiwar.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hiwar.channel.Account;
import org.hiwar.channel.Finding;
import org.hiwar.channel.Inbox;
import org.hiwar.channel.Line;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.Sending;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The standing connection of one account with its message centre: bound as transceiver, bound
/// again whenever it breaks, with pauses that grow up to a minute.
public final class SmppLine implements Line {
  private static final Logger LOG = LoggerFactory.getLogger(SmppLine.class);

  private final Account account;
  private final SmppSettings settings;
  private final Inbox inbox;
  private final SmppGround ground;
  private final Memory memory;
  private final Submitting submitting;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread keeper;
  private final Thread looker;
  private volatile @Nullable SmppSession session;
  private volatile Standing standing;

  private SmppLine(Account account, Inbox inbox, SmppGround ground, Memory memory) {
    this.account = account;
    this.settings = SmppSettings.of(account);
    this.inbox = inbox;
    this.ground = ground;
    this.memory = memory;
    submitting = new Submitting(account, settings, ground.segments());
    standing = new Standing(false, ground.clock().instant(), "connecting");
    keeper = Thread.ofVirtual().name("smpp-" + account.id()).unstarted(this::keepBound);
    looker = Thread.ofVirtual().name("smpp-parts-" + account.id()).unstarted(this::lookForOverdue);
  }

  /// What an account remembers although its line is closed and opened again.
  public static final class Memory {
    private final Repeats repeats = new Repeats();
    private final AtomicLong sessions = new AtomicLong();
    private boolean recalled;

    /// Once, before the first session; throws when the database is away.
    private synchronized void recall(Account account, LineStore lines, Instant now) {
      if (recalled) return;
      lines.recall(account.workspace(), account.id(), repeats, now);
      recalled = true;
    }
  }

  /// Begins to connect, and answers at once.
  public static SmppLine open(Account account, Inbox inbox, SmppGround ground, Memory memory) {
    var line = new SmppLine(account, inbox, ground, memory);
    line.keeper.start();
    line.looker.start();
    return line;
  }

  @Override
  public Standing standing() {
    return standing;
  }

  /// Whether it connects as this account now says.
  public boolean isOf(Account other) {
    return settings.equals(SmppSettings.of(other));
  }

  /// Sends now, if there is a session.
  public Sending send(Outgoing message) {
    var current = session;
    if (current == null) return new Sending.Later("not-connected", "", Duration.ZERO);
    return submitting.send(current.smpp(), message);
  }

  /// Tries an account without taking anything from it: what the centre delivers meanwhile it is
  /// asked to send again.
  public static List<Finding> test(Account account, Sockets sockets) {
    var settings = SmppSettings.of(account);
    if (settings.host().isEmpty()) return List.of(Finding.bad("host-missing", ""));
    try {
      SmppSession.bind(settings, sockets, _ -> new OnlyTrying()).close();
      return List.of(Finding.good("connection"), Finding.good("bind"));
    } catch (SmppSession.NotBound e) {
      return e.code.equals("bind-refused")
          ? List.of(Finding.good("connection"), Finding.bad(e.code, e.detail()))
          : List.of(Finding.bad(e.code, e.detail()));
    }
  }

  /// Of a trial, which takes nothing.
  private static final class OnlyTrying implements SmppSession.Keeping {
    @Override
    public CompletableFuture<?> stored() {
      return CompletableFuture.failedFuture(new IllegalStateException("only a test"));
    }

    @Override
    public void answered() {}

    @Override
    public void refused() {}
  }

  private void keepBound() {
    var pause = SmppLimits.FIRST_PAUSE;
    try {
      while (closing.getCount() > 0) {
        if (session()) pause = SmppLimits.FIRST_PAUSE;
        if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) return;
        pause = pause.multipliedBy(2);
        if (pause.compareTo(SmppLimits.LONGEST_PAUSE) > 0) pause = SmppLimits.LONGEST_PAUSE;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// One session until its end. False: there was none.
  private boolean session() throws InterruptedException {
    long number = memory.sessions.incrementAndGet();
    if (!remembers()) return false;
    try {
      var bound = SmppSession.bind(settings, ground.sockets(), pdu -> keep(number, pdu));
      session = bound;
      if (closing.getCount() == 0) bound.close();
      else standing = new Standing(true, ground.clock().instant(), null);
      alive();
      LOG.info("{} is bound to {}", account, settings);
      bound.ended().get();
      down("connection-lost");
      return true;
    } catch (SmppSession.NotBound e) {
      LOG.warn("{} is not bound to {}: {} {}", account, settings, e.code, e.getMessage());
      down(e.code);
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      if (session != null) alive();
      session = null;
      memory.repeats.ended(number, ground.clock().instant());
    }
  }

  /// Without the database nothing that comes could be kept, and what comes again would not be
  /// known: there is no session before it is there.
  private boolean remembers() {
    try {
      memory.recall(account, ground.lines(), ground.clock().instant());
      return true;
    } catch (RuntimeException e) {
      LOG.warn("{} is not bound yet, what came before is not known: {}", account, e.toString());
      return false;
    }
  }

  private void alive() {
    try {
      ground.lines().alive(account.workspace(), account.id(), ground.clock().instant());
    } catch (RuntimeException e) {
      LOG.debug("{} could not note that it is alive", account, e);
    }
  }

  private void down(String code) {
    var before = standing;
    if (before.up() || !code.equals(before.code()))
      standing = new Standing(false, ground.clock().instant(), code);
  }

  private SmppSession.Keeping keep(long number, byte[] pdu) {
    var id = memory.repeats.name(number, pdu, ground.clock().instant());
    return new Keeping(id, inbox.keep(account, id, pdu));
  }

  private final class Keeping implements SmppSession.Keeping {
    private final String id;
    private final CompletableFuture<?> stored;

    Keeping(String id, CompletableFuture<?> stored) {
      this.id = id;
      this.stored = stored;
    }

    @Override
    public CompletableFuture<?> stored() {
      return stored;
    }

    @Override
    public void answered() {
      memory.repeats.answered(id, ground.clock().instant());
    }

    @Override
    public void refused() {
      memory.repeats.refused(id);
    }
  }

  private void lookForOverdue() {
    Instant forgotten = Instant.MIN;
    try {
      while (!closing.await(ground.lookEvery().toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          var now = ground.clock().instant();
          if (session != null) alive();
          giveUp(now.minus(ground.partsWithin()));
          if (forgotten.isBefore(now.minus(Duration.ofHours(1)))) {
            ground.parts().forget(account.workspace());
            ground.segments().forget(account.workspace());
            forgotten = now;
          }
        } catch (RuntimeException e) {
          LOG.warn("long messages of {} are looked at later", account, e);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Says that nobody waits for the rest of long messages any more, by an item of our own: so the
  /// news comes in its order, and survives a crash.
  private void giveUp(Instant before) {
    for (var message : ground.parts().overdue(account.workspace(), account.id(), before)) {
      var item = GivenUp.item(message);
      inbox.keep(account, new String(item, StandardCharsets.US_ASCII), item).join();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    var current = session;
    if (current != null) current.close();
    try {
      keeper.join(Duration.ofSeconds(2));
      looker.join(Duration.ofSeconds(2));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    down("closed");
  }
}
