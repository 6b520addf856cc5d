package org.hiwar.campaign.preview;

import java.util.List;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.CampaignSettings;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.SettingsText;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What the guard asks about offers, in one statement for all of them.
@Component
public class PreviewGuardStore {
  private final SettingsText settings;

  public PreviewGuardStore(JsonMapper json) {
    this.settings = new SettingsText(json);
  }

  /// @param open it is there, and not over
  /// @param agentHasAnother the agent who is offered it has another record already
  record Asked(
      PreviewId preview,
      CampaignId campaign,
      RecordId record,
      boolean open,
      boolean running,
      boolean agentHasAnother,
      CampaignSettings settings) {}

  /// `agents`: to whom each of `previews` is offered.
  List<Asked> asked(
      JdbcClient db, WorkspaceId workspace, List<PreviewId> previews, List<UserId> agents) {
    return db.sql(
            """
            select p.id, p.campaign, p.record, p.state in ('QUEUED', 'OFFERED', 'REVIEWING') open, c.state = 'RUNNING' running, c.settings,
              exists (select from preview o where o.workspace = p.workspace and o.agent = t.agent and o.id <> p.id
                and o.state in ('REVIEWING', 'DIALING', 'TALKING', 'DECIDING')) other
            from unnest(:ids::bigint[], :agents::bigint[]) as t(id, agent)
              join preview p on p.workspace = :workspace and p.id = t.id
              join campaign c on c.workspace = p.workspace and c.id = p.campaign\
            """)
        .param("ids", previews.stream().mapToLong(PreviewId::value).toArray())
        .param("agents", agents.stream().mapToLong(UserId::value).toArray())
        .param("workspace", workspace.value())
        .query(
            (row, _) ->
                new Asked(
                    new PreviewId(row.getLong("id")),
                    new CampaignId(row.getLong("campaign")),
                    new RecordId(row.getLong("record")),
                    row.getBoolean("open"),
                    row.getBoolean("running"),
                    row.getBoolean("other"),
                    settings.read(row.getString("settings"))))
        .list();
  }
}
