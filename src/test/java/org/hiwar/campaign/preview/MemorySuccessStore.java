package org.hiwar.campaign.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.SuccessStore;
import org.hiwar.campaign.preview.Tables.Won;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What the statements of [SuccessStore] do, on tables in memory.
class MemorySuccessStore extends SuccessStore {
  private final Tables tables;

  MemorySuccessStore(Tables tables) {
    super(JsonMapper.shared());
    this.tables = tables;
  }

  @Override
  public void add(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, Success success, Instant now) {
    long id = success.record().value();
    for (var one : tables.successes.all().values())
      if (one.campaign() == campaign.value() && one.record() == id) return;
    tables.won(
        new Won(
            campaign.value(),
            id,
            success.list().value(),
            success.disposition().value(),
            success.said()));
  }

  @Override
  public List<Alike> after(
      JdbcClient db, WorkspaceId workspace, CampaignId campaign, long place, List<String> fields) {
    var found = new ArrayList<Alike>();
    tables
        .successes
        .all()
        .tailMap(place, false)
        .forEach(
            (at, one) -> {
              if (one.campaign() == campaign.value()) found.add(alike(one, at, fields));
            });
    return found;
  }

  private static Alike alike(Won one, long at, List<String> fields) {
    var said = new HashMap<>(one.said());
    said.keySet().retainAll(fields);
    return new Alike(new ListId(one.list()), new DispositionId(one.disposition()), said, 1, at);
  }
}
