package org.hiwar.channel;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hiwar.channel.LedgerRows.Fate;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Workspace;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LedgerTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(3_600);
  /// Comes first in every round.
  private static final WorkspaceId BROKEN = new WorkspaceId(404);

  private final AccountScene scene = new AccountScene();
  private final Account account = scene.added("box 1", "here");
  private final LedgerRows rows = new LedgerRows(account);
  private final LedgerStore ledger = new LedgerStore(TestDatabase.database());

  private List<LedgerLine> lines() {
    return ledger.lines(scene.workspace, NOON, LATER);
  }

  private LedgerWatch watch(Instant now) {
    return watch(Clock.fixed(now, ZoneOffset.UTC));
  }

  private LedgerWatch watch(Clock clock) {
    return new LedgerWatch(
        new Workspaces(TestDatabase.database(), TestDatabase.ids(), clock) {
          @Override
          public List<Workspace> all() {
            return List.of(
                new Workspace(BROKEN, "broken", "Broken"),
                new Workspace(scene.workspace, "ours", "Ours"));
          }
        },
        new Accounts() {
          @Override
          public Optional<Account> find(WorkspaceId workspace, AccountId id) {
            return scene.accounts.find(workspace, id);
          }

          @Override
          public List<Account> all(WorkspaceId workspace) {
            if (workspace.equals(BROKEN)) throw new IllegalStateException("cannot be read");
            return scene.accounts.all(workspace);
          }
        },
        ledger,
        clock);
  }

  /// Runs `looks`, and answers what was written into the log about this workspace.
  private List<String> said(Runnable looks) {
    var lines = new ConcurrentLinkedQueue<String>();
    var listening =
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            var line = event.getLevel() + " " + event.getFormattedMessage();
            if (line.contains(scene.workspace.toString())) lines.add(line);
          }
        };
    var log = (Logger) LoggerFactory.getLogger(LedgerWatch.class);
    listening.setContext(log.getLoggerContext());
    listening.start();
    log.addAppender(listening);
    try {
      looks.run();
    } finally {
      log.detachAppender(listening);
    }
    return List.copyOf(lines);
  }

  private static final class MovedClock extends Clock {
    private Instant now = NOON.plusSeconds(60);

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private void everyFate(Instant at) {
    rows.item(at, "WAITING", null);
    rows.item(at, "TAKEN", null);
    rows.item(at, "TAKEN", null);
    rows.item(at, "NOTHING", "typing");
    rows.item(at, "ASIDE", "unreadable");
    rows.item(at, "ASIDE", "unreadable");
    rows.item(at, "ASIDE", "too-large");
    rows.message(at, Fate.SHOWN);
    rows.message(at, Fate.QUEUED);
    rows.message(at, Fate.MISSED);
  }

  @Test
  void everythingThatCameInIsSomewhere() {
    everyFate(NOON.plusSeconds(30));
    assertThat(lines())
        .containsExactly(
            new LedgerLine(
                account.id(),
                NOON,
                10,
                1,
                2,
                Map.of("typing", 1L),
                Map.of("unreadable", 2L, "too-large", 1L),
                1,
                1,
                1));
    assertThat(lines().getFirst().missing()).isZero();
    assertThat(watch(NOON.plusSeconds(60)).look(scene.workspace).isGood()).isTrue();
  }

  @Test
  void eachMinuteAndAccountHasALineOfItsOwn() {
    var other = scene.added("box 2", "here");
    rows.message(NOON, Fate.SHOWN);
    rows.message(NOON.plusSeconds(60), Fate.SHOWN);
    new LedgerRows(other).item(NOON.plusSeconds(60), "ASIDE", "unreadable");
    assertThat(lines().stream().map(LedgerLine::minute))
        .containsExactly(NOON, NOON.plusSeconds(60), NOON.plusSeconds(60));
    assertThat(lines().stream().map(LedgerLine::accepted)).containsOnly(1L);
  }

  @Test
  void onlyWhatCameInDuringTheTimeCounts() {
    rows.item(NOON.minusMillis(1), "WAITING", null);
    rows.item(LATER, "WAITING", null);
    assertThat(lines()).isEmpty();
  }

  @Test
  void aMessageThatIsNotThereIsMissed() {
    rows.message(NOON, Fate.SHOWN);
    rows.lost(NOON);
    assertThat(lines().getFirst().missing()).isEqualTo(1);
    var verdict = watch(NOON.plusSeconds(60)).look(scene.workspace);
    assertThat(verdict.isGood()).isFalse();
    assertThat(verdict.missing()).isEqualTo(1);
  }

  @Test
  void aMessageThatIsNotOfTheAccountDoesNotCountForIt() {
    rows.message(NOON, Fate.SHOWN, scene.added("box 2", "here").id());
    assertThat(lines().getFirst().missing()).isEqualTo(1);
  }

  @Test
  void whatWaitsForLongIsAnAlarm() {
    rows.item(NOON, "WAITING", null);
    assertThat(watch(NOON.plus(Duration.ofMinutes(9))).look(scene.workspace).stuck()).isNull();
    assertThat(watch(NOON.plus(Duration.ofMinutes(11))).look(scene.workspace).stuck())
        .isEqualTo(NOON);
  }

  @Test
  void theAlarmIsRaisedOnceAnHourUntilItBalancesAgain() {
    var clock = new MovedClock();
    var watch = watch(clock);
    rows.message(NOON, Fate.SHOWN);
    assertThat(said(watch::round)).isEmpty();

    var lost = rows.lost(NOON);
    var alarm =
        "ERROR The ledger of workspace %s does not balance: of 1 items that came in it is not known what became of them"
            .formatted(scene.workspace);
    assertThat(said(watch::round)).containsExactly(alarm);
    clock.forward(Duration.ofMinutes(59));
    assertThat(said(watch::round)).as("said already").isEmpty();
    clock.forward(Duration.ofMinutes(1));
    assertThat(said(watch::round)).containsExactly(alarm);

    rows.aside(lost);
    assertThat(said(watch::round)).isEmpty();
    rows.lost(NOON);
    assertThat(said(watch::round)).as("something new").containsExactly(alarm);
  }

  @Test
  void theAlarmIsRaisedForWhatIsStuck() {
    var clock = new MovedClock();
    var watch = watch(clock);
    rows.item(NOON, "WAITING", null);
    assertThat(said(watch::round)).isEmpty();
    clock.forward(Duration.ofMinutes(10));
    assertThat(said(watch::round))
        .containsExactly(
            "ERROR What came in for workspace %s at %s is still not read"
                .formatted(scene.workspace, NOON));
    assertThat(said(watch::round)).isEmpty();
  }

  @Test
  void anotherWorkspaceSeesNothingOfIt() {
    everyFate(NOON);
    var other = new AccountScene();
    assertThat(ledger.lines(other.workspace, NOON, LATER)).isEmpty();
    assertThat(ledger.aside(other.workspace, null, 10)).isEmpty();
  }

  @Test
  void whatWasSetAsideIsListedWithItsReasonTheLastOnesFirst() {
    var first = rows.item(NOON, "ASIDE", "unreadable");
    var second = rows.item(NOON, "ASIDE", "too-large");
    rows.item(NOON, "NOTHING", "typing");
    assertThat(ledger.aside(scene.workspace, null, 10).stream().map(SetAside::id))
        .containsExactly(second, first);
    assertThat(ledger.aside(scene.workspace, second, 10))
        .containsExactly(
            new SetAside(
                first, account.id(), "external " + first, NOON, "unreadable", "the detail", 3));
    assertThat(ledger.aside(scene.workspace, null, 1)).hasSize(1);
  }
}
