package org.hiwar.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Which lists campaigns use, and how.
@Component
public class CampaignListStore {
  private static final String COLUMNS =
      "select list, enabled, position, ratio, filter, sort from campaign_list where workspace = ? ";

  private final Database database;
  private final JsonMapper json;

  public CampaignListStore(Database database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /// In the order in which they are worked off.
  public List<BoundList> of(WorkspaceId workspace, CampaignId campaign) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "and campaign = ? order by position, list")
                .params(workspace.value(), campaign.value())
                .query(this::row)
                .list());
  }

  public Optional<BoundList> find(WorkspaceId workspace, CampaignId campaign, ListId list) {
    return database.in(workspace.value(), db -> find(db, workspace, campaign, list));
  }

  /// In a transaction of somebody else.
  Optional<BoundList> find(JdbcClient db, WorkspaceId workspace, CampaignId campaign, ListId list) {
    return db.sql(COLUMNS + "and campaign = ? and list = ?")
        .params(workspace.value(), campaign.value(), list.value())
        .query(this::row)
        .optional();
  }

  /// The campaigns that use the list, and go on using it until the transaction ends.
  List<CampaignId> campaigns(JdbcClient db, WorkspaceId workspace, ListId list) {
    return db.sql(
            "select campaign from campaign_list where workspace = ? and list = ? order by campaign"
                + " for key share")
        .params(workspace.value(), list.value())
        .query((row, _) -> new CampaignId(row.getLong("campaign")))
        .list();
  }

  /// Binds the list, or sets anew how it is used.
  public void set(WorkspaceId workspace, CampaignId campaign, BoundList bound) {
    database.in(
        workspace.value(),
        db -> {
          set(db, workspace, campaign, bound);
          return true;
        });
  }

  /// The same in a transaction of somebody else.
  void set(JdbcClient db, WorkspaceId workspace, CampaignId campaign, BoundList bound) {
    db.sql(
            """
            insert into campaign_list (workspace, campaign, list, enabled, position, ratio, filter, sort)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
            on conflict (workspace, campaign, list) do update set enabled = excluded.enabled, position = excluded.position,
              ratio = excluded.ratio, filter = excluded.filter, sort = excluded.sort\
            """)
        .params(
            workspace.value(),
            campaign.value(),
            bound.list().value(),
            bound.enabled(),
            bound.position(),
            bound.ratio(),
            json.writeValueAsString(bound.filter()),
            json.writeValueAsString(bound.sort()))
        .update();
  }

  private BoundList row(ResultSet row, int number) throws SQLException {
    return new BoundList(
        new ListId(row.getLong("list")),
        row.getBoolean("enabled"),
        row.getInt("position"),
        row.getInt("ratio"),
        List.of(json.readValue(row.getString("filter"), BoundList.Filter[].class)),
        List.of(json.readValue(row.getString("sort"), BoundList.Sort[].class)));
  }
}
