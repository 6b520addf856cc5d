package org.hiwar.campaign.preview;

import java.time.Instant;
import org.hiwar.campaign.preview.Standing.Status;
import org.hiwar.campaign.preview.Tables.Stopped;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the statements of [RecordFateStore] do, on tables in memory.
class MemoryFateStore extends RecordFateStore {
  private final MemoryRows rows;

  MemoryFateStore(MemoryRows rows) {
    this.rows = rows;
  }

  @Override
  void ends(
      JdbcClient db,
      Row row,
      @Nullable DispositionId disposition,
      @Nullable String result,
      Instant now) {
    rows.fate(
        row,
        f -> {
          f.status = Status.FINAL;
          if (disposition != null) f.disposition = disposition.value();
          f.result = result;
          f.notBefore = null;
          f.until = null;
          f.number = null;
        });
  }

  @Override
  void skipped(JdbcClient db, Row row, UserId agent, Instant again, Instant now) {
    rows.fate(
        row,
        f -> {
          f.skips++;
          f.notBefore = again;
          f.avoidAgent = f.onlyAgent == null ? agent.value() : null;
          f.status = f.until == null ? Status.AVAILABLE : Status.RESCHEDULED;
        });
  }

  @Override
  void waits(JdbcClient db, Row row, DispositionId disposition, Instant until, Instant now) {
    rows.fate(
        row,
        f -> {
          f.status = Status.WAITING;
          f.disposition = disposition.value();
          f.notBefore = until;
          f.until = null;
          f.number = null;
          f.priority = 0;
          f.avoidAgent = null;
        });
  }

  @Override
  void promised(JdbcClient db, Row row, DispositionId disposition, Window window, Instant now) {
    rows.fate(
        row,
        f -> {
          f.status = Status.RESCHEDULED;
          f.disposition = disposition.value();
          f.notBefore = window.from();
          f.until = window.until();
          f.number = window.number();
          f.priority = 0;
          f.avoidAgent = null;
          if (window.only() != null) f.onlyAgent = window.only().value();
        });
  }

  @Override
  void stopsNumber(JdbcClient db, Row row, int position) {
    var one = new Stopped(row.campaign().value(), row.record().value(), position);
    rows.tables.stopped.put(one.toString(), one);
  }
}
