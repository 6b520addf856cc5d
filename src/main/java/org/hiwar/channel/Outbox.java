package org.hiwar.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.hiwar.contact.OptOuts;
import org.hiwar.conversation.Deliveries;
import org.hiwar.conversation.Due;
import org.hiwar.conversation.MessageId;
import org.hiwar.platform.database.Away;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what agents have written, one thread per workspace that says what goes next, and a thread
/// for each message on its way.
///
/// One recipient of one account gets one message after the other, in the order in which they were
/// written; of different ones several go at once, [ChannelLimits#SENT_AT_ONCE] per account at most.
/// What does not go out now is tried again after longer and longer pauses; then it has failed, and
/// says so. What waits is read from the database: after a crash, what was on its way is sent again,
/// because nobody knows whether it went.
public final class Outbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Duration DATABASE_PAUSE = Duration.ofMillis(500);
  /// Between two looks: what agents write meanwhile is found together.
  private static final Duration GATHER = Duration.ofMillis(20);

  private final Deliveries deliveries;
  private final Accounts accounts;
  private final Channels channels;
  private final OptOuts optOuts;
  private final MessageFiles files;
  private final Clock clock;
  private final Duration firstPause;
  private final Map<WorkspaceId, Semaphore> bells = new ConcurrentHashMap<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /// @param firstPause before what could not be sent is tried again; each is twice the one before
  Outbox(
      Deliveries deliveries,
      Accounts accounts,
      Channels channels,
      OptOuts optOuts,
      MessageFiles files,
      Clock clock,
      Duration firstPause) {
    this.deliveries = deliveries;
    this.accounts = accounts;
    this.channels = channels;
    this.optOuts = optOuts;
    this.files = files;
    this.clock = clock;
    this.firstPause = firstPause;
  }

  /// Something may have to go out there. Never blocks.
  public void look(WorkspaceId workspace) {
    if (closed) return;
    bells
        .computeIfAbsent(
            workspace,
            _ -> {
              var bell = new Semaphore(0);
              var round = new Round(workspace, bell);
              var thread = Thread.ofVirtual().name("outbox-" + workspace).unstarted(round::work);
              threads.add(thread);
              thread.start();
              return bell;
            })
        .release();
  }

  /// Waits for what is on its way, 5 s at most.
  @Override
  public void close() {
    closed = true;
    bells.values().forEach(Semaphore::release);
    for (var thread : threads)
      try {
        thread.join(5_000);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
  }

  /// Of one workspace.
  private final class Round {
    private final WorkspaceId workspace;
    private final Semaphore bell;
    /// On their way, with their account.
    private final Map<MessageId, Long> going = new ConcurrentHashMap<>();

    Round(WorkspaceId workspace, Semaphore bell) {
      this.workspace = workspace;
      this.bell = bell;
    }

    void work() {
      try {
        while (!closed) {
          rest(some());
          TimeUnit.MILLISECONDS.sleep(GATHER.toMillis());
        }
        for (int waited = 0; !going.isEmpty() && waited < 4_000; waited += 20)
          TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException _) {
        LOG.debug("the outbox of workspace {} was interrupted", workspace);
      }
    }

    private void rest(Duration atMost) throws InterruptedException {
      if (bell.tryAcquire(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS))
        bell.drainPermits();
    }

    /// Sets going what may go, and says when to look again.
    private Duration some() {
      try {
        var onTheirWay = new HashMap<Long, Integer>();
        going.values().forEach(account -> onTheirWay.merge(account, 1, Integer::sum));
        for (var due :
            deliveries.due(workspace, new HashSet<>(going.keySet()), ChannelLimits.BATCH))
          if (onTheirWay.merge(due.account(), 1, Integer::sum) <= ChannelLimits.SENT_AT_ONCE) {
            going.put(due.id(), due.account());
            Thread.startVirtualThread(() -> send(due));
          }
        return deliveries
            .nextAt(workspace, going.keySet())
            .map(at -> Duration.between(clock.instant(), at))
            .map(left -> left.isPositive() ? left : DATABASE_PAUSE)
            .filter(left -> left.compareTo(ChannelLimits.LOOK_EVERY) < 0)
            .orElseGet(() -> Pauses.about(ChannelLimits.LOOK_EVERY));
      } catch (RuntimeException e) {
        LOG.warn("the outbox of workspace {} cannot be read now: {}", workspace, e.toString());
        return Pauses.about(DATABASE_PAUSE);
      }
    }

    private void send(Due due) {
      try {
        settle(due, sending(due));
      } catch (RuntimeException e) {
        LOG.warn("message {} of workspace {} waits: {}", due.id(), workspace, e.toString());
        putOff(due, e);
      } finally {
        going.remove(due.id());
        bell.release();
      }
    }

    /// What the provider said is known here alone: it is noted as soon as the database can, so that
    /// nothing is sent twice because of it, and nobody misses how it stands.
    private void settle(Due due, Sending sending) {
      while (true)
        try {
          note(due, sending);
          return;
        } catch (RuntimeException e) {
          if (closed || !Away.caused(e)) throw e;
          LOG.warn("how message {} stands cannot be noted now: {}", due.id(), e.toString());
          LockSupport.parkNanos(DATABASE_PAUSE.toNanos());
        }
    }

    /// After a failure of our own; when even that cannot be noted, the database is away.
    private void putOff(Due due, RuntimeException why) {
      try {
        note(due, new Sending.Later("failed", why.toString(), Duration.ZERO));
      } catch (RuntimeException e) {
        LOG.debug("message {} of workspace {} waits on", due.id(), workspace, e);
        LockSupport.parkNanos(DATABASE_PAUSE.toNanos());
      }
    }

    /// What stands in the way, or what the provider said.
    private Sending sending(Due due) {
      var account = accounts.find(workspace, new AccountId(due.account()));
      if (account.isEmpty()) return new Sending.Refused("no-account", "");
      if (!account.get().enabled()) return new Sending.Refused("account-off", "");
      var channel = channels.find(due.channel());
      if (channel.isEmpty()) return new Sending.Refused("no-channel", due.channel());
      var kind = channel.get().capabilities().address();
      if (optOuts.has(workspace, kind, due.recipient(), due.channel()))
        return new Sending.Refused("opted-out", "");
      try {
        return channel.get().send(account.get(), outgoing(due));
      } catch (RuntimeException e) {
        LOG.warn("channel {} failed to send", due.channel(), e);
        return new Sending.Later("failed", e.toString(), Duration.ZERO);
      }
    }

    private Outgoing outgoing(Due due) {
      return new Outgoing(
          due.id(),
          due.conversation(),
          due.interaction(),
          due.clientId(),
          due.recipient(),
          due.text(),
          files.of(workspace, due.id()),
          due.template(),
          due.tries());
    }

    private void note(Due due, Sending sending) {
      switch (sending) {
        case Sending.Taken(String externalId) -> deliveries.sent(workspace, due.id(), externalId);
        case Sending.Refused(String code, String detail) ->
            deliveries.failed(workspace, due.id(), code, InboxStore.cut(detail));
        case Sending.Later(String code, String detail, Duration after) -> {
          if (due.tries() + 1 >= ChannelLimits.TRIES)
            deliveries.failed(workspace, due.id(), code, InboxStore.cut(detail));
          else
            deliveries.later(
                workspace, due.id(), code, InboxStore.cut(detail), pause(due.tries(), after));
        }
      }
    }

    private Duration pause(int tries, Duration after) {
      var own = firstPause.multipliedBy(1L << Math.min(tries, 16));
      var bounded =
          own.compareTo(ChannelLimits.LONGEST_PAUSE) > 0 ? ChannelLimits.LONGEST_PAUSE : own;
      return after.compareTo(bounded) > 0 ? after : bounded;
    }
  }
}
