package org.hiwar.floor.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Counts what services received, and what became of it.
@Component
class ServiceReportStore {
  /// Work that comes in at the end of the time is followed for so long.
  private static final Duration FOLLOWED = Duration.ofDays(7);

  /// A year of a large centre takes seconds to count; nobody else waits for its connection.
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /// Each time work came to a service, with what happened to it next. Within one instant the order
  /// is that of the batches.
  private static final String COUNTED =
      """
      with happened as (
        select work, kind, detail, at, batch, nr from floor_event
        where workspace = :workspace and at >= :from and at < :followed
          and (kind in ('WorkQueued', 'WorkAccepted', 'WorkTaken', 'WorkEnded') or kind = 'WorkTransferred' and detail is not null)
      ),
      steps as (
        select case when kind in ('WorkQueued', 'WorkTransferred') then detail::bigint end as service, at,
          lead(kind) over later as next_kind, lead(detail) over later as next_detail, lead(at) over later as next_at
        from happened window later as (partition by work order by batch, nr)
      ),
      received as (
        select service, %s as day, next_at - at as waited, next_at - at <= promised * interval '1 millisecond' as soon,
          next_kind is null as waiting, next_kind in ('WorkAccepted', 'WorkTaken') as answered,
          next_kind = 'WorkEnded' and next_detail like 'ABANDONED%%' as abandoned
        from steps join unnest(:services::bigint[], :promised::bigint[]) as asked(service, promised) using (service)
        where at < :to
      )
      select service, day, count(*) as received, count(*) filter (where answered) as answered,
        count(*) filter (where answered and soon) as in_time, count(*) filter (where abandoned) as abandoned,
        count(*) filter (where abandoned and soon) as shortly, count(*) filter (where waiting) as waiting,
        (extract(epoch from avg(waited) filter (where answered)) * 1000)::bigint as average
      from received group by service, day order by service, day\
      """;

  private final Database database;

  ServiceReportStore(DatabaseAccess access) {
    this.database = new Database(access.limited(LONGEST));
  }

  /// Those services alone to which something came.
  ///
  /// @param within how soon each of the services that are meant promises to answer
  /// @param daily each day apart
  List<ServiceCounts> counts(
      WorkspaceId workspace, Map<ServiceId, Duration> within, Period period, boolean daily) {
    var services = List.copyOf(within.keySet());
    var sql = COUNTED.formatted(daily ? "(at at time zone :zone)::date" : "null::date");
    return database.in(
        workspace.value(),
        db ->
            db.sql(sql)
                .param("workspace", workspace.value())
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .param("to", period.to().atOffset(ZoneOffset.UTC))
                .param("followed", period.to().plus(FOLLOWED).atOffset(ZoneOffset.UTC))
                .param("zone", period.zone().getId())
                .param("services", services.stream().map(ServiceId::value).toArray(Long[]::new))
                .param(
                    "promised",
                    services.stream()
                        .map(service -> within.getOrDefault(service, Duration.ZERO).toMillis())
                        .toArray(Long[]::new))
                .query(ServiceReportStore::row)
                .list());
  }

  /// From `from` (inclusive) to `to`. `zone`: by whose clock days begin.
  record Period(Instant from, Instant to, ZoneId zone) {}

  private static ServiceCounts row(ResultSet row, int number) throws SQLException {
    return new ServiceCounts(
        new ServiceId(row.getLong("service")),
        row.getObject("day", LocalDate.class),
        row.getLong("received"),
        row.getLong("answered"),
        row.getLong("in_time"),
        row.getLong("abandoned"),
        row.getLong("shortly"),
        row.getLong("waiting"),
        row.getObject("average", Long.class));
  }
}
