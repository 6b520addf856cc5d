package org.hiwar.campaign.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.ListFields;
import org.hiwar.campaign.ListId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Calling lists, without their records.
@Component
public class ListStore implements ListFields {
  private static final String COLUMNS =
      "select id, name, region, zone, fields, expires_days, created_at from calling_list"
          + " where workspace = :workspace ";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Database database;

  public ListStore(Database database) {
    this.database = database;
  }

  /// By name.
  public List<CallingList> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "order by name, id")
                .param("workspace", workspace.value())
                .query(ListStore::row)
                .list());
  }

  public Optional<CallingList> find(WorkspaceId workspace, ListId list) {
    return database.in(workspace.value(), db -> find(db, workspace, list));
  }

  /// In a transaction of somebody else.
  public Optional<CallingList> find(JdbcClient db, WorkspaceId workspace, ListId list) {
    return db.sql(COLUMNS + "and id = :list")
        .param("workspace", workspace.value())
        .param("list", list.value())
        .query(ListStore::row)
        .optional();
  }

  @Override
  public Optional<List<String>> known(WorkspaceId workspace, ListId list) {
    return find(workspace, list).map(one -> one.fields().known());
  }

  /// The campaigns to which it is bound.
  public List<CampaignId> campaigns(WorkspaceId workspace, ListId list) {
    return database.in(
        workspace.value(),
        db ->
            db
                .sql(
                    "select campaign from campaign_list where workspace = ? and list = ? order by"
                        + " 1")
                .params(workspace.value(), list.value())
                .query(Long.class)
                .list()
                .stream()
                .map(CampaignId::new)
                .toList());
  }

  /// False when another list has the name.
  public boolean add(WorkspaceId workspace, CallingList list) {
    return database.in(
        workspace.value(),
        db ->
            written(
                        db.sql(
                            """
                            insert into calling_list (workspace, id, name, region, zone, fields, expires_days, created_at)
                            values (:workspace, :id, :name, :region, :zone, :fields::jsonb, :expires, :created)
                            on conflict (workspace, name) do nothing\
                            """),
                        workspace,
                        list)
                    .param("created", list.createdAt().atOffset(ZoneOffset.UTC))
                    .update()
                == 1);
  }

  /// False when it is gone, or another one has the name.
  public boolean change(WorkspaceId workspace, CallingList list) {
    return database.in(
        workspace.value(),
        db ->
            written(
                        db.sql(
                            """
                            update calling_list set name = :name, region = :region, zone = :zone, fields = :fields::jsonb, expires_days = :expires
                            where workspace = :workspace and id = :id
                              and not exists (select from calling_list o where o.workspace = :workspace and o.name = :name and o.id <> :id)\
                            """),
                        workspace,
                        list)
                    .update()
                == 1);
  }

  private static JdbcClient.StatementSpec written(
      JdbcClient.StatementSpec sql, WorkspaceId workspace, CallingList list) {
    return sql.param("workspace", workspace.value())
        .param("id", list.id().value())
        .param("name", list.name())
        .param("region", list.region())
        .param("zone", list.zone().getId())
        .param("fields", JSON.writeValueAsString(list.fields()))
        .param("expires", list.expiresDays());
  }

  private static CallingList row(ResultSet row, int number) throws SQLException {
    return new CallingList(
        new ListId(row.getLong("id")),
        row.getString("name"),
        row.getString("region"),
        ZoneId.of(row.getString("zone")),
        JSON.readValue(row.getString("fields"), Fields.class),
        row.getInt("expires_days"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
