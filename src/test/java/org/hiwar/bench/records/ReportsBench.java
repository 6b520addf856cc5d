package org.hiwar.bench.records;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hiwar.bench.Figure;
import org.hiwar.bench.Sheet;

/// What supervisors look at, over a year in which a call was attempted for every second record:
/// from the request until the answer is there.
final class ReportsBench {
  private static final int TIMES = 5;
  private static final int EVENTS = 4;
  private static final int YEAR = 365;

  private final RecordsPlace place;
  private final int attempts;
  private final Map<String, String> where;

  ReportsBench(RecordsPlace place, RecordsSize size) {
    this.place = place;
    attempts = size.records() / 2;
    where =
        Map.of(
            "attempts",
            "%,d".formatted(attempts),
            "events",
            "%,d".formatted(EVENTS * attempts),
            "records",
            "%,d".formatted(size.records()));
  }

  void run(Sheet sheet) throws Exception {
    var list = place.list();
    var campaign = place.campaign("Reports");
    place.bind(campaign, list);
    long before = bytes();
    fill(campaign.id().toString(), list.id().toString());
    sheet.add(
        new Figure(
            "disk for an attempt with what is noted of it",
            "Hiwar",
            "bytes",
            where,
            List.of((double) (bytes() - before) / attempts)));
    var year = "from=" + Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(YEAR));
    var month = "from=" + Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(30));
    var all = "/api/campaign-reports?minutes=1440&";
    ask(sheet, "a year by agent", all + "by=AGENT&" + year);
    ask(sheet, "a year by campaign", all + "by=CAMPAIGN&" + year);
    ask(sheet, "a year by day", all + "by=INTERVAL&" + year);
    ask(sheet, "a month by agent", all + "by=AGENT&" + month);
    ask(sheet, "the newest hundred rows of a year", "/api/campaign-reports/rows?" + year);
    ask(sheet, "progress of a campaign", "/api/campaigns/" + campaign.id() + "/progress");
    ask(sheet, "totals of a list", "/api/lists/" + list.id() + "/totals");
  }

  private void ask(Sheet sheet, String name, String path) throws Exception {
    place.administrator.get(path);
    var took = new ArrayList<Double>();
    for (int i = 0; i < TIMES; i++) {
      long from = System.nanoTime();
      place.administrator.get(path);
      took.add((System.nanoTime() - from) / 1e6);
    }
    sheet.add(new Figure(name, "Hiwar", "ms", where, took));
  }

  private long bytes() {
    return place.database.in(
        place.workspace.value(),
        db ->
            db.sql(
                    "select pg_total_relation_size('call_attempt') +"
                        + " pg_total_relation_size('record_event')")
                .query(Long.class)
                .single());
  }

  /// An attempt is offered, accepted, previewed and called; one in ten previews is skipped.
  private void fill(String campaign, String list) throws Exception {
    long first = place.ids.next();
    var rows =
        """
        with agents as (select array_agg(id order by id) ids from app_user where workspace = %1$s and 'AGENT' = any(roles)),
        records as (select id, row_number() over (order by position) - 1 nth from calling_record where workspace = %1$s and list = %3$s),
        made as (select r.id record, r.nth, a.ids[1 + r.nth %% cardinality(a.ids)] agent,
          now() - interval '1 hour' - (%5$d - r.nth) * (interval '364 days' / %5$d) as at from records r, agents a where r.nth < %5$d)
        """;
    place.slowly(
        (rows
                + """
                insert into call_attempt (workspace, id, campaign, record, list, preview, position, number, agent, automatic, started_at,
                  answered_at, ended_at, result, notes, applied, verdict)
                select %1$s, %4$d + nth, %2$s, record, %3$s, %4$d + nth, 1, '+491512' || lpad(nth::text, 7, '0'), agent, false, at,
                  case when nth %% 3 = 0 then at + interval '9 seconds' end, at + interval '2 minutes',
                  case when nth %% 3 = 0 then 'ANSWERED' else 'NO_ANSWER' end, '', 'WAIT',
                  '{"zone": "Europe/Berlin", "source": "AREA_CODE", "schedule": 0}' from made\
                """)
            .formatted(place.workspace, campaign, list, first, attempts),
        (rows
                + """
                insert into record_event (workspace, id, at, kind, campaign, list, record, preview, agent, reviewed_ms)
                select %1$s, %4$d + %5$d + nth * %6$d + e.k, at, case when e.kind = 'PREVIEWED' and nth %% 10 = 0 then 'SKIPPED' else e.kind end,
                  %2$s, %3$s, record, %4$d + nth, agent, case when e.kind = 'PREVIEWED' then 9000 + nth %% 5000 end
                from made, (values (0, 'OFFERED'), (1, 'ACCEPTED'), (2, 'PREVIEWED'), (3, 'DIAL_RESULT')) as e(k, kind)\
                """)
            .formatted(place.workspace, campaign, list, first, attempts, EVENTS),
        "vacuum analyze call_attempt",
        "vacuum analyze record_event");
  }
}
