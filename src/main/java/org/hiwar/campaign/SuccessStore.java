package org.hiwar.campaign;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The successes of campaigns: of each record the first, with what it said then. Quotas count them,
/// those that are set later too.
@Component
public class SuccessStore {
  private final JsonMapper json;

  public SuccessStore(JsonMapper json) {
    this.json = json;
  }

  /// A result that a record has got. `said`: what it says, by the names that campaigns know.
  public record Success(
      RecordId record, ListId list, DispositionId disposition, Map<String, String> said) {}

  /// Successes that are the same for quotas.
  ///
  /// @param fields those that were asked for; one that a record does not have is missing
  /// @param newest the last place among them
  public record Alike(
      ListId list, DispositionId disposition, Map<String, String> fields, int many, long newest) {}

  /// In the transaction that gives the result, as late as possible: until it ends, the campaign is
  /// locked for other successes. A second success of a record counts no more.
  public void add(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, Success success, Instant now) {
    db.sql("select 1 from campaign where workspace = ? and id = ? for no key update")
        .params(workspace.value(), campaign.value())
        .query(Integer.class)
        .optional();
    db.sql(
            """
            insert into campaign_success (workspace, campaign, record, list, disposition, fields, at)
            values (:workspace, :campaign, :record, :list, :disposition, :fields::jsonb, :now) on conflict do nothing\
            """)
        .param("workspace", workspace.value())
        .param("campaign", campaign.value())
        .param("record", success.record().value())
        .param("list", success.list().value())
        .param("disposition", success.disposition().value())
        .param("fields", json.writeValueAsString(success.said()))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Those behind `place`, told apart by these fields.
  public List<Alike> after(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, long place, List<String> fields) {
    return db.sql(
            """
            select list, disposition, texts, count(*) many, max(place) newest from (
              select list, disposition, place, array(select s.fields ->> f.name
                from unnest(:names::text[]) with ordinality as f(name, nth) order by f.nth) texts
              from campaign_success s where workspace = :workspace and campaign = :campaign and place > :place) one
            group by list, disposition, texts\
            """)
        .param("names", fields.toArray(String[]::new))
        .param("workspace", workspace.value())
        .param("campaign", campaign.value())
        .param("place", place)
        .query(
            (row, _) ->
                new Alike(
                    new ListId(row.getLong("list")),
                    new DispositionId(row.getLong("disposition")),
                    said(fields, (String[]) row.getArray("texts").getArray()),
                    row.getInt("many"),
                    row.getLong("newest")))
        .list();
  }

  private static Map<String, String> said(List<String> fields, String[] texts) {
    var said = new HashMap<String, String>();
    for (int i = 0; i < texts.length; i++) if (texts[i] != null) said.put(fields.get(i), texts[i]);
    return said;
  }
}
