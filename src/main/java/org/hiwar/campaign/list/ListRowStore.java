package org.hiwar.campaign.list;

import java.util.Optional;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The statements by which staged rows become rows of a list, however they are chosen.
final class ListRowStore {
  /// Of records, up to where they come from: `staged s`, or some of it.
  static final String INSERT =
      """
      insert into calling_record (workspace, id, list, position, key, first_name, last_name, company, fields, zone, postal_code,
        state, priority, agent_login, call_at, expires_at, inserted_at)
      select :workspace, s.id, :list, :base + s.line, s.key, s.first_name, s.last_name, s.company, s.fields, s.zone, s.postal_code,
        s.state, s.priority, s.agent_login, s.call_at, s.expires_at, :now\
      """;

  /// Of numbers; its gaps are the id of the record, and where they come from: `staged_number n`, or
  /// some of it.
  static final String INSERT_NUMBERS =
      """
      insert into record_number (workspace, record, position, kind, number, region, zone)
      select :workspace, %s, n.position, (:kinds::text[])[n.position], n.number, n.region, n.zone from %s\
      """;

  private ListRowStore() {}

  /// The kinds of the numbers of a list by their positions, as [#INSERT_NUMBERS] takes them.
  static String[] kinds(CallingList list) {
    return list.fields().phones().stream()
        .map(field -> String.valueOf(field.kind()))
        .toArray(String[]::new);
  }

  /// Locked, so that nobody removes or binds it before what is brought in is in it.
  static void lock(JdbcClient db, WorkspaceId workspace, CallingList list) {
    boolean there =
        db.sql("select id from calling_list where workspace = ? and id = ? for no key update")
            .params(workspace.value(), list.id().value())
            .query(Long.class)
            .optional()
            .isPresent();
    if (!there) throw new IllegalStateException("the list was removed");
  }

  /// Empty: the list is.
  static Optional<Long> lastPosition(JdbcClient db, WorkspaceId workspace, CallingList list) {
    return db.sql(
            """
            select position from calling_record where workspace = :workspace and list = :list order by position desc limit 1\
            """)
        .param("workspace", workspace.value())
        .param("list", list.id().value())
        .query(Long.class)
        .optional();
  }
}
