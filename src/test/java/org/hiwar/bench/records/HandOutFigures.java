package org.hiwar.bench.records;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hiwar.bench.Aim;
import org.hiwar.bench.Figure;
import org.hiwar.bench.Sheet;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.preview.HandOutBench;

/// Records handed out by eight at once beside the bare claim of one row, each with a commit that is
/// on the disk: first alone, then while somebody else keeps a transaction open, so that what was
/// handed out since cannot be tidied up.
final class HandOutFigures {
  private static final int DIALERS = 8;
  /// Of each kind: alone, and beside each who keeps a transaction open.
  private static final int RUNS = 1 + Meanwhile.values().length;

  private static final Aim NO_LESS_THAN_BARE = Aim.atLeast(1);
  private static final Aim KEPT = Aim.atLeast(0.9);

  private final RecordsPlace place;
  private final RecordsSize size;
  private final Map<String, String> where;

  HandOutFigures(RecordsPlace place, RecordsSize size) {
    this.place = place;
    this.size = size;
    where =
        Map.of("records", "%,d".formatted(size.records()), "dialers", Integer.toString(DIALERS));
  }

  /// Who keeps a transaction open meanwhile.
  private enum Meanwhile {
    A_REPORT,
    AN_IMPORT
  }

  void run(Sheet sheet) throws Exception {
    var list = place.list();
    var campaign = place.campaign("Hand-out");
    double bound = place.bind(campaign, list);
    sheet.add(
        new Figure("a list gets its places in a campaign", "Hiwar", "s", where, List.of(bound)));
    int most = size.records() / (RUNS * size.repetitions() + 2);
    var bench = new HandOutBench(place.database, place.ids, place.workspace, campaign);
    try (var bare = new BareClaims(place, size.records())) {
      measure(sheet, bench, bare, most);
    } finally {
      forget(campaign);
    }
  }

  /// What was handed out here waits for nobody, in numbers in which a campaign that runs never lets
  /// records wait; the parts that follow are not to care for it.
  private void forget(Campaign campaign) throws Exception {
    place.slowly(
        "delete from preview where workspace = %s and campaign = %s"
            .formatted(place.workspace, campaign.id()),
        "delete from campaign_record where workspace = %s and campaign = %s"
            .formatted(place.workspace, campaign.id()),
        "vacuum analyze preview",
        "vacuum analyze campaign_record");
  }

  private void measure(Sheet sheet, HandOutBench bench, BareClaims bare, int most)
      throws Exception {
    bench.run(DIALERS, size.seconds(), most);
    bare.run(DIALERS, size.seconds(), most);
    var own = new ArrayList<Double>();
    var theirs = new ArrayList<Double>();
    for (int i = 0; i < size.repetitions(); i++) {
      own.add(bench.run(DIALERS, size.seconds(), most));
      theirs.add(bare.run(DIALERS, size.seconds(), most));
    }
    var alone = new Figure("records handed out", "Hiwar", "1/s", where, own);
    var bareAlone = new Figure("rows claimed", "bare claim", "1/s", where, theirs);
    sheet.add(alone);
    sheet.add(bareAlone);
    sheet.add(share("records handed out, beside bare claims", alone, bareAlone, NO_LESS_THAN_BARE));
    for (var meanwhile : Meanwhile.values()) {
      var name = meanwhile.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
      var held = held(meanwhile, () -> bench.run(DIALERS, size.seconds(), most));
      var kept =
          new Figure("records handed out while " + name + " runs", "Hiwar", "1/s", where, held);
      sheet.add(kept);
      sheet.add(share("of it kept while " + name + " runs", kept, alone, KEPT));
      var bareHeld = held(meanwhile, () -> bare.run(DIALERS, size.seconds(), most));
      var left =
          new Figure("rows claimed while " + name + " runs", "bare claim", "1/s", where, bareHeld);
      sheet.add(left);
      sheet.add(share("of it kept while " + name + " runs", left, bareAlone, null));
    }
  }

  private Figure share(
      String name, Figure of, Figure whole, @org.jspecify.annotations.Nullable Aim aim) {
    var share =
        new Figure(
            name,
            of.of(),
            whole.of().equals(of.of()) ? "of it" : "of " + whole.of(),
            where,
            List.of(of.median() / whole.median()));
    return aim == null ? share : share.aimingAt(aim);
  }

  private interface Measuring {
    double run() throws Exception;
  }

  /// The transaction is open before the measuring begins, and until all its repetitions are done.
  private List<Double> held(Meanwhile meanwhile, Measuring measuring) throws Exception {
    try (var other = place.access.unlimited().getConnection()) {
      begin(other, meanwhile);
      var rates = new ArrayList<Double>();
      for (int i = 0; i < size.repetitions(); i++) rates.add(measuring.run());
      other.rollback();
      return rates;
    }
  }

  private void begin(Connection other, Meanwhile meanwhile) throws Exception {
    other.setAutoCommit(false);
    try (var statement = other.createStatement()) {
      if (meanwhile == Meanwhile.A_REPORT)
        statement.execute("set transaction isolation level repeatable read");
      statement.execute("select set_config('hiwar.workspace', '" + place.workspace + "', false)");
      switch (meanwhile) {
        case A_REPORT -> statement.execute("select count(*) from record_event");
        case AN_IMPORT ->
            statement.execute(
                """
                insert into calling_list (workspace, id, name, region, zone, fields, created_at)
                values (%s, %d, 'Comes', 'DE', 'Europe/Berlin', '{}', now())\
                """
                    .formatted(place.workspace, place.ids.next()));
      }
    }
  }
}
