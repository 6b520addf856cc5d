package org.hiwar.floor.store;

import java.util.List;
import org.hiwar.floor.core.WorkRow;
import org.hiwar.floor.core.WorkState.Ended;
import org.hiwar.platform.database.SqlPart;

/// Ended work as columns. It leaves the open work in the same statement.
final class EndedWorkColumns {
  private static final String SQL =
      """
      with e as (
          select * from unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::bigint[])
            as t(id, service, medium, arrived, outcome, at)),
        gone as (delete from floor_work w using e where w.workspace = ? and w.id = e.id returning w.id, w.offers)
      insert into work_ended (workspace, id, service, medium, arrived_at, offers, outcome, ended_at)
      select ?, e.id, service, medium, from_us(arrived), coalesce(gone.offers, 0), outcome, from_us(at)
      from e left join gone on gone.id = e.id\
      """;

  private EndedWorkColumns() {}

  static SqlPart part(long workspace, List<WorkRow> rows) {
    int n = rows.size();
    var id = new long[n];
    var service = new long[n];
    var medium = new String[n];
    var arrived = new long[n];
    var outcome = new String[n];
    var at = new long[n];
    for (int i = 0; i < n; i++) {
      var work = rows.get(i).work();
      var end = (Ended) rows.get(i).state();
      id[i] = work.id().value();
      service[i] = work.service().value();
      medium[i] = work.medium().name();
      arrived[i] = Micros.of(work.arrivedAt());
      outcome[i] = end.outcome().name();
      at[i] = Micros.of(end.since());
    }
    return new SqlPart(
        SQL, List.of(id, service, medium, arrived, outcome, at, workspace, workspace));
  }
}
