package org.hiwar.campaign.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.DoNotCallListId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Do-not-call lists, their entries and the campaigns for which they hold, for those who set them
/// up.
@Component
public class DoNotCallListStore {
  private static final String COLUMNS =
      "select id, name, kind, field, expires_days, everywhere, fed from do_not_call_list"
          + " where workspace = :workspace ";

  private final Database database;

  public DoNotCallListStore(Database database) {
    this.database = database;
  }

  /// An entry as it is stored. `expiresAt` null: never; `reason` empty: none was given.
  public record DoNotCallEntry(
      String value, @Nullable Instant expiresAt, Instant addedAt, String reason) {}

  /// For which campaign a list holds, and how.
  ///
  /// @param wholeRecord one number is enough to stop a record
  /// @param disposition what is written then; null: the usual one
  public record DoNotCallBinding(
      CampaignId campaign, boolean wholeRecord, @Nullable DispositionId disposition) {}

  /// By name.
  public List<DoNotCallList> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "order by name, id")
                .param("workspace", workspace.value())
                .query(DoNotCallListStore::row)
                .list());
  }

  public Optional<DoNotCallList> find(WorkspaceId workspace, DoNotCallListId list) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "and id = :list")
                .param("workspace", workspace.value())
                .param("list", list.value())
                .query(DoNotCallListStore::row)
                .optional());
  }

  /// False when another one has the name.
  public boolean add(WorkspaceId workspace, DoNotCallList list) {
    return database.in(
        workspace.value(),
        db ->
            written(
                        db.sql(
                            """
                            insert into do_not_call_list (workspace, id, name, kind, field, expires_days, everywhere, fed)
                            values (:workspace, :id, :name, :kind, :field, :expires, :everywhere, :fed)
                            on conflict (workspace, name) do nothing\
                            """),
                        workspace,
                        list)
                    .param("kind", list.kind().name())
                    .param("field", list.field())
                    .update()
                == 1);
  }

  /// Everything but its kind. False when it is gone, or another one has the name.
  public boolean change(WorkspaceId workspace, DoNotCallList list) {
    return database.in(
        workspace.value(),
        db ->
            written(
                        db.sql(
                            """
                            update do_not_call_list set name = :name, expires_days = :expires, everywhere = :everywhere, fed = :fed
                            where workspace = :workspace and id = :id
                              and not exists (select from do_not_call_list o where o.workspace = :workspace and o.name = :name and o.id <> :id)\
                            """),
                        workspace,
                        list)
                    .update()
                == 1);
  }

  /// False while a campaign has it.
  public boolean remove(WorkspaceId workspace, DoNotCallListId list) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                        """
                        delete from do_not_call_list l where workspace = ? and id = ? and not exists
                          (select from campaign_do_not_call c where c.workspace = l.workspace and c.list = l.id)\
                        """)
                    .params(workspace.value(), list.value())
                    .update()
                == 1);
  }

  public long entries(WorkspaceId workspace, DoNotCallListId list) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("select count(*) from do_not_call_entry where workspace = ? and list = ?")
                .params(workspace.value(), list.value())
                .query(Long.class)
                .single());
  }

  /// Entries that begin so, in their order, behind `after`.
  public List<DoNotCallEntry> entries(
      WorkspaceId workspace, DoNotCallListId list, String beginning, String after) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select value, expires_at, added_at, coalesce(reason, '') reason from do_not_call_entry
                    where workspace = ? and list = ? and starts_with(value, ?) and value > ? order by value limit ?\
                    """)
                .params(workspace.value(), list.value(), beginning, after, ListLimits.ENTRIES)
                .query(
                    (row, _) ->
                        new DoNotCallEntry(
                            row.getString("value"),
                            instant(row, "expires_at"),
                            row.getObject("added_at", OffsetDateTime.class).toInstant(),
                            row.getString("reason")))
                .list());
  }

  /// False when there was none.
  public boolean removeEntry(WorkspaceId workspace, DoNotCallListId list, String value) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("delete from do_not_call_entry where workspace = ? and list = ? and value = ?")
                    .params(workspace.value(), list.value(), value)
                    .update()
                == 1);
  }

  /// Adds many at once; those that are there get a new expiry. In a transaction of somebody else.
  public static void addAll(
      JdbcClient db, WorkspaceId workspace, DoNotCallList list, String[] values, Instant now) {
    db.sql(
            """
            insert into do_not_call_entry (workspace, list, value, expires_at, added_at)
            select :workspace, :list, value, :now + nullif(:days, 0) * interval '24 hours', :now
            from (select distinct value from unnest(:values::text[]) value) given
            on conflict (workspace, list, value) do update set expires_at = excluded.expires_at, added_at = excluded.added_at\
            """)
        .param("workspace", workspace.value())
        .param("list", list.id().value())
        .param("values", values)
        .param("days", list.expiresDays())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  public List<DoNotCallBinding> bindings(WorkspaceId workspace, DoNotCallListId list) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select campaign, whole_record, disposition from campaign_do_not_call
                    where workspace = ? and list = ? order by campaign\
                    """)
                .params(workspace.value(), list.value())
                .query(
                    (row, _) -> {
                      long disposition = row.getLong("disposition");
                      boolean usual = row.wasNull();
                      return new DoNotCallBinding(
                          new CampaignId(row.getLong("campaign")),
                          row.getBoolean("whole_record"),
                          usual ? null : new DispositionId(disposition));
                    })
                .list());
  }

  private static JdbcClient.StatementSpec written(
      JdbcClient.StatementSpec sql, WorkspaceId workspace, DoNotCallList list) {
    return sql.param("workspace", workspace.value())
        .param("id", list.id().value())
        .param("name", list.name())
        .param("expires", list.expiresDays())
        .param("everywhere", list.everywhere())
        .param("fed", list.fed());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static DoNotCallList row(ResultSet row, int number) throws SQLException {
    return new DoNotCallList(
        new DoNotCallListId(row.getLong("id")),
        row.getString("name"),
        DoNotCallKind.valueOf(row.getString("kind")),
        row.getString("field"),
        row.getInt("expires_days"),
        row.getBoolean("everywhere"),
        row.getBoolean("fed"));
  }
}
