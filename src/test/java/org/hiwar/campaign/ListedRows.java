package org.hiwar.campaign;

import java.util.List;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lists and records of a workspace, written as an import would.
record ListedRows(WorkspaceId workspace) {
  ListId list(String name) {
    var list = new ListId(TestDatabase.ids().next());
    run(
        "insert into calling_list (workspace, id, name, region, zone, fields, created_at) values (?, ?,"
            + " ?, 'DE', 'Europe/Berlin', '[]', now())",
        workspace.value(),
        list.value(),
        name);
    return list;
  }

  RecordId record(ListId list, int position, String fields) {
    var record = new RecordId(TestDatabase.ids().next());
    run(
        "insert into calling_record (workspace, id, list, position, key, fields, inserted_at) values"
            + " (?, ?, ?, ?, ?, ?::jsonb, now())",
        workspace.value(),
        record.value(),
        list.value(),
        position,
        record.toString(),
        fields);
    return record;
  }

  void attempted(CampaignId campaign, RecordId record) {
    run(
        "update campaign_record set attempts = 1 where workspace = ? and campaign = ? and record ="
            + " ?",
        workspace.value(),
        campaign.value(),
        record.value());
  }

  void handed(CampaignId campaign, RecordId record) {
    run(
        "update campaign_record set status = 'HANDED' where workspace = ? and campaign = ? and record"
            + " = ?",
        workspace.value(),
        campaign.value(),
        record.value());
  }

  void join(TeamId team, String login) {
    run(
        "update app_user set team = ? where workspace = ? and login = ?",
        team.value(),
        workspace.value(),
        login);
  }

  /// In the order in which they would be handed out.
  List<RecordId> available(CampaignId campaign) {
    return TestDatabase.database()
        .in(
            workspace.value(),
            (JdbcClient db) ->
                db.sql(
                        "select record from campaign_record where workspace = ? and campaign = ?"
                            + " and status = 'AVAILABLE' order by sort")
                    .params(workspace.value(), campaign.value())
                    .query((row, _) -> new RecordId(row.getLong("record")))
                    .list());
  }

  private void run(String statement, Object... values) {
    TestDatabase.database()
        .in(workspace.value(), (JdbcClient db) -> db.sql(statement).params(values).update());
  }
}
