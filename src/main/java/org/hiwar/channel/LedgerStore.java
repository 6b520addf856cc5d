package org.hiwar.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what became of everything that came in. Changes nothing.
@Component
public class LedgerStore {
  /// One statement, so that both sides are of one moment. What became messages is counted from the
  /// messages and interactions that are there, not from what the items say of themselves.
  private static final String LINES =
      """
      with came as (
        select account, date_trunc('minute', received_at) as minute, state, reason, message, conversation
        from inbound_item
        where workspace = :workspace and received_at >= :from and received_at < :to
      )
      select account, minute, state, case when state in ('NOTHING', 'ASIDE') then reason end as why, count(*) as items,
             count(*) filter (where state = 'TAKEN' and message is null) as news, 0 as shown, 0 as queued, 0 as missed
      from came group by 1, 2, 3, 4
      union all
      select i.account, i.minute, 'STORED', null, 0, 0,
             count(*) filter (where x.agent is not null),
             count(*) filter (where x.agent is null and x.live_until is null),
             count(*) filter (where x.agent is null and x.live_until is not null)
      from came i
        join message m on m.workspace = :workspace and m.conversation = i.conversation and m.id = i.message
        join interaction x on x.workspace = m.workspace and x.id = m.interaction and x.account = i.account
      where i.state = 'TAKEN'
      group by 1, 2
      """;

  private static final String ASIDE =
      """
      select id, account, external_id, received_at, reason, detail, octet_length(body) as bytes
      from inbound_item where workspace = :workspace and state = 'ASIDE'
      """;

  private final Database database;

  public LedgerStore(Database database) {
    this.database = database;
  }

  private record Place(AccountId account, Instant minute) {}

  private static final class Counts {
    private long accepted;
    private long waiting;
    private long news;
    private final Map<String, Long> nothing = new HashMap<>();
    private final Map<String, Long> aside = new HashMap<>();
    private long shown;
    private long queued;
    private long missed;

    void add(ResultSet row) throws SQLException {
      long items = row.getLong("items");
      var why = String.valueOf(row.getString("why"));
      accepted += items;
      news += row.getLong("news");
      shown += row.getLong("shown");
      queued += row.getLong("queued");
      missed += row.getLong("missed");
      var state = row.getString("state");
      if (state.equals("WAITING")) waiting += items;
      if (state.equals("NOTHING")) nothing.merge(why, items, Long::sum);
      if (state.equals("ASIDE")) aside.merge(why, items, Long::sum);
    }

    LedgerLine at(Place place) {
      return new LedgerLine(
          place.account(),
          place.minute(),
          accepted,
          waiting,
          news,
          nothing,
          aside,
          shown,
          queued,
          missed);
    }
  }

  /// A line for each account and minute in which something came in, in the order of time.
  public List<LedgerLine> lines(WorkspaceId workspace, Instant from, Instant to) {
    var all = new HashMap<Place, Counts>();
    database.in(
        workspace.value(),
        db -> {
          db.sql(LINES)
              .param("workspace", workspace.value())
              .param("from", at(from))
              .param("to", at(to))
              .query(
                  row -> {
                    counts(all, row).add(row);
                  });
          return all;
        });
    return all.entrySet().stream()
        .map(one -> one.getValue().at(one.getKey()))
        .sorted(Comparator.comparing(LedgerLine::minute).thenComparing(LedgerLine::account))
        .toList();
  }

  private static Counts counts(Map<Place, Counts> all, ResultSet row) throws SQLException {
    var place = new Place(new AccountId(row.getLong("account")), instant(row, "minute"));
    return all.computeIfAbsent(place, _ -> new Counts());
  }

  /// When the oldest item came in that is still to be read; empty: none waits.
  public Optional<Instant> waitingSince(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select received_at from inbound_item where workspace = ? and state = 'WAITING'"
                        + " order by id limit 1")
                .param(workspace.value())
                .query((row, _) -> instant(row, "received_at"))
                .optional());
  }

  /// What was set aside, the last ones first; `before`: an id, null for the first page.
  public List<SetAside> aside(WorkspaceId workspace, @Nullable Long before, int limit) {
    var earlier = before == null ? Long.valueOf(Long.MAX_VALUE) : before;
    return database.in(
        workspace.value(),
        db ->
            db.sql(ASIDE + "and id < :before order by id desc limit :limit")
                .param("workspace", workspace.value())
                .param("before", earlier)
                .param("limit", limit)
                .query(LedgerStore::aside)
                .list());
  }

  public Optional<SetAside> aside(WorkspaceId workspace, long id) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(ASIDE + "and id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .query(LedgerStore::aside)
                .optional());
  }

  private static SetAside aside(ResultSet row, int number) throws SQLException {
    var detail = row.getString("detail");
    return new SetAside(
        row.getLong("id"),
        new AccountId(row.getLong("account")),
        row.getString("external_id"),
        instant(row, "received_at"),
        row.getString("reason"),
        detail == null ? "" : detail,
        row.getLong("bytes"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
