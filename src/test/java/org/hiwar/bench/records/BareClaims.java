package org.hiwar.bench.records;

import org.hiwar.campaign.preview.HandOutBench;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What hand-out is without everything that it is about: the next row of a table, locked and marked
/// by one statement.
final class BareClaims implements AutoCloseable {
  private final RecordsPlace place;

  BareClaims(RecordsPlace place, int rows) throws Exception {
    this.place = place;
    place.slowly(
        "drop table if exists bare_claim",
        "create table bare_claim (id bigint primary key, sort bigint not null, status text not"
            + " null, agent bigint, changed_at timestamptz not null) with (fillfactor = 70)",
        "insert into bare_claim (id, sort, status, changed_at) select i, i, 'AVAILABLE', now() from"
            + " generate_series(1, "
            + rows
            + ") i",
        "create index bare_claim_next on bare_claim (sort) where status = 'AVAILABLE'",
        "analyze bare_claim");
  }

  /// Rows a second, of no more than `most`.
  double run(int many, double seconds, int most) throws Exception {
    var db = JdbcClient.create(place.pool);
    return HandOutBench.atOnce(
        many,
        seconds,
        most,
        () ->
            db.sql(
                    """
                    update bare_claim set status = 'HANDED', changed_at = now() where id = (
                      select id from bare_claim where status = 'AVAILABLE' order by sort for update skip locked limit 1)\
                    """)
                .update());
  }

  @Override
  public void close() throws Exception {
    place.slowly("drop table bare_claim");
  }
}
