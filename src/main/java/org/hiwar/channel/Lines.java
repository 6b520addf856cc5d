package org.hiwar.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hiwar.channel.Line.Standing;
import org.hiwar.workspace.Workspaces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps a line open for every enabled account of every workspace, and none for any other. One
/// thread compares what is open with what is stored: at the start, when an account has changed, and
/// every few seconds besides, so that what another process changed is seen, too. Lines are closed
/// side by side, since each may take seconds; an account is opened again when its own old line is
/// closed, whatever the others do.
@Component
public class Lines implements SmartLifecycle {
  /// It could not even be opened; tried again.
  public static final String OPEN_FAILED = "open-failed";

  /// There is no such kind of channel in this version.
  public static final String CHANNEL_UNKNOWN = "channel-unknown";

  private static final Logger LOG = LoggerFactory.getLogger(Lines.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Workspaces workspaces;
  private final AccountStore accounts;
  private final Channels channels;
  private final Inbox inbox;
  private final Clock clock;
  private final Semaphore changed = new Semaphore(0);
  private final Map<AccountId, Kept> kept = new ConcurrentHashMap<>();
  private volatile boolean running;
  private @Nullable Thread thread;

  /// The line of an account as it was stored then.
  private sealed interface Kept {
    Account account();

    record Open(Account account, Line line) implements Kept {}

    /// @param by the thread that closes it, and then has the accounts compared again
    record Closing(Account account, Line line, Thread by) implements Kept {}

    /// @param tryAt when it is opened again
    record Down(Account account, Standing standing, Duration pause, Instant tryAt)
        implements Kept {}
  }

  public Lines(
      Workspaces workspaces, AccountStore accounts, Channels channels, Inbox inbox, Clock clock) {
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.channels = channels;
    this.inbox = inbox;
    this.clock = clock;
    accounts.listen((_, _) -> changed.release());
  }

  /// How the line of an account stands; empty: it has none, because it is not enabled or nobody
  /// has looked at it yet.
  public Optional<Standing> standing(AccountId account) {
    return Optional.ofNullable(kept.get(account))
        .map(
            one ->
                switch (one) {
                  case Kept.Open(_, var line) -> line.standing();
                  case Kept.Closing(_, var line, _) -> line.standing();
                  case Kept.Down(_, var standing, _, _) -> standing;
                });
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().daemon().name("lines").start(this::keep);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Closes all of them; each waits a few seconds for what is under way, and all at once.
  @Override
  public void stop() {
    running = false;
    var keeper = thread;
    if (keeper == null) return;
    try {
      keeper.interrupt();
      keeper.join();
      kept.values().forEach(this::close);
      for (var one : kept.values()) if (one instanceof Kept.Closing(_, _, var by)) by.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    kept.clear();
  }

  private void keep() {
    while (running) {
      try {
        compare();
      } catch (RuntimeException e) {
        LOG.warn("The accounts of channels cannot be looked at now: {}", e.toString());
      }
      try {
        if (changed.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS))
          changed.drainPermits();
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private void compare() {
    var wanted = new HashMap<AccountId, Account>();
    for (var workspace : workspaces.all())
      for (var account : accounts.all(workspace.id()))
        if (account.enabled()) wanted.put(account.id(), account);
    for (var one : kept.values())
      if (!one.account().equals(wanted.get(one.account().id()))) close(one);
    for (var account : wanted.values()) {
      var before = kept.get(account.id());
      if (before == null || isDue(before)) kept.put(account.id(), opened(account, before));
    }
  }

  private boolean isDue(Kept one) {
    return one instanceof Kept.Down(_, _, _, var tryAt) && !clock.instant().isBefore(tryAt);
  }

  private Kept opened(Account account, @Nullable Kept before) {
    var channel = channels.find(account.channel());
    if (channel.isEmpty()) return down(account, before, CHANNEL_UNKNOWN);
    try {
      return new Kept.Open(account, channel.get().open(account, inbox));
    } catch (RuntimeException e) {
      LOG.warn("The line of {} cannot be opened: {}", account, e.toString());
      return down(account, before, OPEN_FAILED);
    }
  }

  private Kept down(Account account, @Nullable Kept before, String code) {
    var now = clock.instant();
    if (before instanceof Kept.Down(_, var standing, var pause, _)) {
      var longer = pause.multipliedBy(2);
      var next = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
      var since = code.equals(standing.code()) ? standing.since() : now;
      return new Kept.Down(account, new Standing(false, since, code), next, now.plus(next));
    }
    return new Kept.Down(
        account, new Standing(false, now, code), FIRST_PAUSE, now.plus(FIRST_PAUSE));
  }

  /// Begins to close it; it is no longer kept when that is done.
  private void close(Kept one) {
    var id = one.account().id();
    switch (one) {
      case Kept.Open(var account, var line) -> {
        var by = Thread.ofVirtual().name("closing-" + id).unstarted(() -> closed(account, line));
        kept.put(id, new Kept.Closing(account, line, by));
        by.start();
      }
      case Kept.Closing _ -> {}
      case Kept.Down _ -> kept.remove(id);
    }
  }

  private void closed(Account account, Line line) {
    try {
      line.close();
    } catch (RuntimeException e) {
      LOG.warn("The line of {} did not close well: {}", account, e.toString());
    } finally {
      kept.remove(account.id());
      changed.release();
    }
  }
}
