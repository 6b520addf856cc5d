package org.hiwar.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.hiwar.channel.LedgerRows.Fate;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Workspaces;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(3_600);

  private final AccountScene scene = new AccountScene();
  private final Account account = scene.added("box 1", "here");
  private final LedgerRows rows = new LedgerRows(account);
  private final LedgerStore ledger = new LedgerStore(TestDatabase.database());

  private List<LedgerLine> lines() {
    return ledger.lines(scene.workspace, NOON, LATER);
  }

  private LedgerWatch watch(Instant now) {
    var clock = Clock.fixed(now, ZoneOffset.UTC);
    return new LedgerWatch(
        new Workspaces(TestDatabase.database(), TestDatabase.ids(), clock),
        scene.accounts,
        ledger,
        clock);
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
