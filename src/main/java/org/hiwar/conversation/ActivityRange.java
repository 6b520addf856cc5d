package org.hiwar.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// The interactions among which activities are looked for, and which of them are wanted.
///
/// What is not in the index is asked outside of the limit: so a filter that fits few looks through
/// as many as one that fits all, and a contact with a hundred thousand costs no more than one with
/// ten thousand.
final class ActivityRange {
  private static final String NEWEST = " order by i.arrived_at desc, i.id desc limit ";

  private ActivityRange() {}

  /// `(select …) i where `: the newest of the contact and of those merged into it.
  ///
  /// @param atMost of each of them, and in all; never more than may be looked through
  static SqlPart of(WorkspaceId workspace, ActivityQuery query, int atMost) {
    var sql =
        new StringBuilder(
            "(select i.* from contacts_of(?, ?) k cross join lateral (select * from interaction i"
                + " where i.workspace = ? and i.contact = k");
    var values =
        new ArrayList<Object>(
            List.of(workspace.value(), query.contact().value(), workspace.value()));
    bound(sql, values, " and i.arrived_at >= ?", query.filter().from());
    bound(sql, values, " and i.arrived_at < ?", query.filter().until());
    query
        .after()
        .ifPresent(
            cursor -> {
              sql.append(" and (i.arrived_at, i.id) < (?, ?)");
              values.add(Micros.parameter(cursor.at()));
              values.add(cursor.interaction().value());
            });
    var newest = NEWEST + Math.min(atMost, ConversationLimits.LOOKED_THROUGH);
    sql.append(newest).append(") i").append(newest).append(") i where ");
    return new SqlPart(sql.toString(), values);
  }

  private static void bound(
      StringBuilder sql, List<Object> values, String condition, @Nullable Instant at) {
    if (at == null) return;
    sql.append(condition);
    values.add(Micros.parameter(at));
  }

  /// What else is asked. A scalar query in place of `exists`: that one the planner may turn into a
  /// join with all messages.
  static SqlPart within(ActivityFilter filter, List<ActivityWords> elsewhere) {
    var sql = new StringBuilder("true");
    var values = new ArrayList<Object>();
    equal(sql, values, "channel", filter.channel());
    equal(sql, values, "agent", filter.agent() == null ? null : filter.agent().value());
    equal(sql, values, "service", filter.service() == null ? null : filter.service().value());
    if (!filter.words().isEmpty()) {
      var places =
          Stream.concat(
              Stream.of(
                  "i.notes ~ all(?)",
                  "(select true from message m where m.workspace = i.workspace and m.interaction ="
                      + " i.id and m.text ~ all(?) limit 1)"),
              elsewhere.stream().map(ActivityWords::sql));
      sql.append(places.collect(Collectors.joining(" or ", " and (", ")")));
      var patterns = filter.words().toArray(String[]::new);
      for (int place = 0; place < 2 + elsewhere.size(); place++) values.add(patterns);
    }
    return new SqlPart(sql.toString(), values);
  }

  private static void equal(
      StringBuilder sql, List<Object> values, String column, @Nullable Object value) {
    if (value == null) return;
    sql.append(" and i.").append(column).append(" = ?");
    values.add(value);
  }
}
