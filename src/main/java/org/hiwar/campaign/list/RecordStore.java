package org.hiwar.campaign.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.rule.NumberKind;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Records of lists, with their numbers.
@Component
public class RecordStore {
  private static final String COLUMNS =
      """
      select id, list, position, first_name, last_name, company, fields, zone, postal_code, state, priority, agent_login,
        call_at, expires_at, inserted_at
      from calling_record where workspace = :workspace \
      """;
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Database database;

  public RecordStore(Database database) {
    this.database = database;
  }

  /// Of `ids` those that are still there, in no order; in a transaction of somebody else.
  public List<CallingRecord> find(
      JdbcClient db, WorkspaceId workspace, Collection<RecordId> ids) {
    var all = ids.stream().mapToLong(RecordId::value).toArray();
    var numbers = numbers(db, workspace, all);
    return db.sql(COLUMNS + "and id = any(:ids)")
        .param("workspace", workspace.value())
        .param("ids", all)
        .query((row, _) -> record(row, numbers))
        .list();
  }

  public Optional<CallingRecord> find(WorkspaceId workspace, RecordId id) {
    return database.in(
        workspace.value(), db -> find(db, workspace, List.of(id)).stream().findFirst());
  }

  /// Adds a single record, whose id is its key; files are imported by `Imports`.
  public void add(WorkspaceId workspace, CallingRecord record) {
    database.in(
        workspace.value(),
        db -> {
          db.sql(
                  """
                  insert into calling_record (workspace, id, list, position, key, first_name, last_name, company, fields, inserted_at)
                  values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)\
                  """)
              .param(workspace.value())
              .param(record.id().value())
              .param(record.list().value())
              .param(record.position())
              .param(record.id().toString())
              .param(record.firstName())
              .param(record.lastName())
              .param(record.company())
              .param(JSON.writeValueAsString(record.fields()))
              .param(record.insertedAt().atOffset(ZoneOffset.UTC))
              .update();
          for (var number : record.numbers())
            db.sql(
                    """
                    insert into record_number (workspace, record, position, kind, number, region) values (?, ?, ?, ?, ?, ?)\
                    """)
                .param(workspace.value())
                .param(record.id().value())
                .param(number.position())
                .param(number.kind().name())
                .param(number.number())
                .param(number.region())
                .update();
          return record;
        });
  }

  /// Records of a list in the order in which they came.
  ///
  /// @param query words that must all occur in what is searchable, or a number; empty: all
  /// @param after the position behind which the page begins; 0: from the first
  public List<CallingRecord> page(
      WorkspaceId workspace, CallingList list, RecordQuery query, long after) {
    return database.in(
        workspace.value(),
        db -> {
          var ids =
              db
                  .sql(
                      """
                      select id from calling_record r
                      where workspace = :workspace and list = :list and position > :after
                        and (:none or %s like all(:patterns)
                          or exists (select from record_number n where n.workspace = r.workspace and n.record = r.id and n.number = :number))
                      order by position limit :most\
                      """
                          .formatted(SearchedText.of(list.fields())))
                  .params(SearchedText.names(list.fields()))
                  .param("workspace", workspace.value())
                  .param("list", list.id().value())
                  .param("after", after)
                  .param("none", query.patterns().length == 0)
                  .param("patterns", query.patterns())
                  .param("number", query.number())
                  .param("most", ListLimits.PAGE)
                  .query(Long.class)
                  .list()
                  .stream()
                  .map(RecordId::new)
                  .toList();
          return find(db, workspace, ids).stream()
              .sorted((a, b) -> Long.compare(a.position(), b.position()))
              .toList();
        });
  }

  private static Map<Long, List<RecordNumber>> numbers(
      JdbcClient db, WorkspaceId workspace, long[] ids) {
    var all = new HashMap<Long, List<RecordNumber>>();
    db.sql(
            """
            select record, position, kind, number, region, zone from record_number
            where workspace = :workspace and record = any(:ids) order by record, position\
            """)
        .param("workspace", workspace.value())
        .param("ids", ids)
        .query(
            row -> {
              all.computeIfAbsent(row.getLong("record"), _ -> new ArrayList<>()).add(number(row));
            });
    return all;
  }

  private static RecordNumber number(ResultSet row) throws SQLException {
    return new RecordNumber(
        row.getInt("position"),
        NumberKind.valueOf(row.getString("kind")),
        row.getString("number"),
        row.getString("region"),
        zone(row.getString("zone")));
  }

  private static CallingRecord record(ResultSet row, Map<Long, List<RecordNumber>> numbers)
      throws SQLException {
    long id = row.getLong("id");
    return new CallingRecord(
        new RecordId(id),
        new ListId(row.getLong("list")),
        row.getLong("position"),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("company"),
        JSON.readValue(row.getString("fields"), TEXTS),
        numbers.getOrDefault(id, List.of()),
        zone(row.getString("zone")),
        row.getString("postal_code"),
        row.getString("state"),
        row.getInt("priority"),
        row.getString("agent_login"),
        instant(row, "call_at"),
        instant(row, "expires_at"),
        row.getObject("inserted_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable ZoneId zone(@Nullable String text) {
    return text == null ? null : ZoneId.of(text);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
