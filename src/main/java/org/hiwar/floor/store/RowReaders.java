package org.hiwar.floor.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.hiwar.floor.core.AgentRow;
import org.hiwar.floor.core.Gift;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.core.WorkRow;
import org.hiwar.floor.core.WorkState;
import org.hiwar.floor.core.WorkState.Active;
import org.hiwar.floor.core.WorkState.Offered;
import org.hiwar.floor.core.WorkState.Postponed;
import org.hiwar.floor.core.WorkState.Queued;
import org.hiwar.floor.core.WorkState.WrapUp;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// Rows as they come back.
final class RowReaders {
  static final String AGENTS =
      """
      select id, presence, coalesce(reason, ''), next, coalesce(next_reason, ''),
        (extract(epoch from since) * 1000000)::bigint, (extract(epoch from idle_since) * 1000000)::bigint
      from floor_agent where workspace = ? order by id\
      """;
  static final String WORK =
      """
      select id, service, medium, skills, priority, (extract(epoch from arrived_at) * 1000000)::bigint,
        coalesce(preferred, 0), continues, state, offers, coalesce(agent, 0), (extract(epoch from since) * 1000000)::bigint,
        (extract(epoch from until) * 1000000)::bigint, (extract(epoch from queued_since) * 1000000)::bigint,
        (extract(epoch from relax_at) * 1000000)::bigint,
        coalesce(conversation, 0), coalesce(given_by, 0), coalesce(given_to, 0), given_whole,
        coalesce(guests, '')
      from floor_work where workspace = ? order by id\
      """;
  static final String ENDED =
      """
      select id from (select id, ended_at from work_ended where workspace = ? order by ended_at desc limit 20000)
      order by ended_at, id\
      """;
  static final String ANSWERS =
      """
      select key, answer from (select key, answer, at from floor_command where workspace = ? order by at desc limit ?)
      order by at\
      """;

  private RowReaders() {}

  interface Reader<T> {
    T read(ResultSet r) throws SQLException;
  }

  static AgentRow agent(ResultSet r) throws SQLException {
    return new AgentRow(
        new UserId(r.getLong(1)),
        AgentColumns.presence(r.getString(2), r.getString(3)),
        AgentColumns.presence(r.getString(4), r.getString(5)),
        time(r, 6),
        time(r, 7));
  }

  static WorkRow work(ResultSet r) throws SQLException {
    long preferred = r.getLong(7);
    var work =
        new Work(
            new WorkId(r.getLong(1)),
            new ServiceId(r.getLong(2)),
            Medium.valueOf(r.getString(3)),
            skills(r.getString(4)),
            r.getInt(5),
            time(r, 6),
            preferred == 0 ? null : new UserId(preferred),
            r.getBoolean(8),
            r.getLong(16),
            gift(r));
    return new WorkRow(work, state(r), GuestColumn.read(r.getString(20)));
  }

  private static @Nullable Gift gift(ResultSet r) throws SQLException {
    long by = r.getLong(17);
    if (by == 0) return null;
    long to = r.getLong(18);
    return new Gift(new UserId(by), to == 0 ? null : new UserId(to), r.getBoolean(19));
  }

  private static WorkState state(ResultSet r) throws SQLException {
    int offers = r.getInt(10);
    var agent = new UserId(r.getLong(11));
    var since = time(r, 12);
    return switch (r.getString(9)) {
      case "QUEUED" -> new Queued(offers, since, timeOrNull(r, 15), timeOrNull(r, 13));
      case "OFFERED" ->
          new Offered(
              new Queued(offers, time(r, 14), timeOrNull(r, 15), null), agent, since, time(r, 13));
      case "ACTIVE" -> new Active(agent, offers, since);
      case "WRAP_UP" -> new WrapUp(agent, offers, since, time(r, 13));
      case "POSTPONED" -> new Postponed(offers, since, time(r, 13));
      case String other -> throw new SQLException("no state of work: " + other);
    };
  }

  private static List<SkillId> skills(String ids) {
    return ids.isEmpty() ? List.of() : Arrays.stream(ids.split(" ")).map(SkillId::of).toList();
  }

  private static Instant time(ResultSet r, int column) throws SQLException {
    return Micros.instant(r.getLong(column));
  }

  private static @Nullable Instant timeOrNull(ResultSet r, int column) throws SQLException {
    long us = r.getLong(column);
    return r.wasNull() ? null : Micros.instant(us);
  }
}
