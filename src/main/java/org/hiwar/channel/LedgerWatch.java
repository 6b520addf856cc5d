package org.hiwar.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks every minute whether the ledgers balance, and writes an alarm into the log when one does
/// not, or when something waits to be read that should have been long ago. Said again every hour.
@Component
public class LedgerWatch implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerWatch.class);
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration LOOKS_BACK = Duration.ofHours(2);
  /// What waits for so long is stuck: items are read within seconds, a failing one within minutes.
  private static final Duration STUCK = Duration.ofMinutes(10);
  private static final Duration SAID_AGAIN = Duration.ofHours(1);

  private final Workspaces workspaces;
  private final Accounts accounts;
  private final LedgerStore ledger;
  private final Clock clock;
  private final Map<String, Instant> said = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("ledger").factory());
  private volatile boolean running;

  /// @param missing items of which nobody knows what became of them; 0: it balances
  /// @param stuck since when an item waits that should have been read; null: none
  public record Verdict(long missing, @Nullable Instant stuck) {
    public boolean isGood() {
      return missing == 0 && stuck == null;
    }
  }

  public LedgerWatch(Workspaces workspaces, Accounts accounts, LedgerStore ledger, Clock clock) {
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Of these lines, and of what waits now.
  public Verdict verdict(WorkspaceId workspace, List<LedgerLine> lines) {
    var stuckBefore = clock.instant().minus(STUCK);
    return new Verdict(
        lines.stream().mapToLong(line -> Math.abs(line.missing())).sum(),
        ledger.waitingSince(workspace).filter(stuckBefore::isAfter).orElse(null));
  }

  Verdict look(WorkspaceId workspace) {
    var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    var verdict = verdict(workspace, ledger.lines(workspace, now.minus(LOOKS_BACK), now));
    if (isToBeSaid("missing " + workspace, verdict.missing() != 0))
      LOG.error(
          "The ledger of workspace {} does not balance: of {} items that came in it is not known"
              + " what became of them",
          workspace,
          verdict.missing());
    if (isToBeSaid("stuck " + workspace, verdict.stuck() != null))
      LOG.error(
          "What came in for workspace {} at {} is still not read", workspace, verdict.stuck());
    return verdict;
  }

  /// What is over and comes again is something new.
  private boolean isToBeSaid(String what, boolean wrong) {
    if (!wrong) {
      said.remove(what);
      return false;
    }
    var now = clock.instant();
    var last = said.get(what);
    if (last != null && now.isBefore(last.plus(SAID_AGAIN))) return false;
    said.put(what, now);
    return true;
  }

  @Override
  public void start() {
    running = true;
    timer.scheduleWithFixedDelay(
        this::round, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  /// A workspace whose ledger cannot be read keeps no other from being looked at.
  void round() {
    try {
      workspaces.all().forEach(workspace -> lookIfThereIs(workspace.id()));
    } catch (RuntimeException e) {
      LOG.warn("The ledgers cannot be looked at now: {}", e.toString());
    }
  }

  private void lookIfThereIs(WorkspaceId workspace) {
    try {
      if (!accounts.all(workspace).isEmpty()) look(workspace);
    } catch (RuntimeException e) {
      LOG.warn("The ledger of workspace {} cannot be looked at now: {}", workspace, e.toString());
    }
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
