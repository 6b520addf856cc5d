package org.hiwar.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Campaigns, each with its queue: the service of the same id.
@Component
public class CampaignStore {
  private static final String COLUMNS =
      """
      select c.id, c.name, c.mode, c.calls, c.state, c.enabled, s.offer_ms, c.settings, c.created_at
      from campaign c join service s on s.workspace = c.workspace and s.id = c.id where c.workspace = ?
      """;

  private final Database database;
  private final ServiceStore services;
  private final SettingsText settings;

  public CampaignStore(Database database, ServiceStore services, JsonMapper json) {
    this.database = database;
    this.services = services;
    this.settings = new SettingsText(json);
  }

  /// Adds the campaign with its service and its skill.
  public void add(WorkspaceId workspace, Campaign campaign) {
    var calls = campaign.calls();
    database.in(
        workspace.value(),
        db -> {
          services.add(workspace, queue(campaign));
          return db.sql(
                  """
                  insert into campaign (workspace, id, name, mode, calls, state, enabled, settings, created_at)
                  values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)\
                  """)
              .param(workspace.value())
              .param(campaign.id().value())
              .param(campaign.name())
              .param(campaign.mode().name())
              .param(calls == null ? null : calls.value())
              .param(campaign.state().name())
              .param(campaign.enabled())
              .param(settings.of(campaign.settings()))
              .param(campaign.createdAt().atOffset(ZoneOffset.UTC))
              .update();
        });
  }

  /// Records have no after-call work, go to whoever is idle longest, and wait for nobody.
  private static Service queue(Campaign campaign) {
    return new Service(
        campaign.id().service(),
        campaign.name(),
        Medium.PREVIEW,
        false,
        Duration.ofMinutes(1),
        campaign.offer(),
        Duration.ZERO,
        false,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ofMinutes(10),
        Duration.ofDays(1),
        false);
  }

  public Optional<Campaign> find(WorkspaceId workspace, CampaignId campaign) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "and c.id = ?")
                .params(workspace.value(), campaign.value())
                .query(this::row)
                .optional());
  }

  /// By name.
  public List<Campaign> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "order by c.name, c.id")
                .params(workspace.value())
                .query(this::row)
                .list());
  }

  public List<Campaign> running(WorkspaceId workspace) {
    return all(workspace).stream().filter(Campaign::running).toList();
  }

  /// Those with a schedule that may be started.
  List<Campaign> scheduled(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    COLUMNS
                        + "and c.enabled and jsonb_array_length(c.settings -> 'schedule' ->"
                        + " 'runs') > 0")
                .params(workspace.value())
                .query(this::row)
                .list());
  }

  /// Its name, its service of calls, whether it is enabled, its offers and its settings. A changed
  /// schedule is looked at anew.
  public void change(WorkspaceId workspace, Campaign campaign) {
    var calls = campaign.calls();
    database.in(
        workspace.value(),
        db -> {
          services.change(workspace, campaign.id().service(), campaign.name(), campaign.offer());
          return db.sql(
                  """
                  update campaign set name = :name, calls = :calls, enabled = :enabled,
                    kept_until = case when settings -> 'schedule' = :settings::jsonb -> 'schedule' then kept_until end,
                    settings = :settings::jsonb
                  where workspace = :workspace and id = :id\
                  """)
              .param("name", campaign.name())
              .param("calls", calls == null ? null : calls.value())
              .param("enabled", campaign.enabled())
              .param("settings", settings.of(campaign.settings()))
              .param("workspace", workspace.value())
              .param("id", campaign.id().value())
              .update();
        });
  }

  /// False when it was so already.
  public boolean setState(WorkspaceId workspace, CampaignId campaign, Campaign.State state) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                        "update campaign set state = ? where workspace = ? and id = ? and state <>"
                            + " ?")
                    .params(state.name(), workspace.value(), campaign.value(), state.name())
                    .update()
                == 1);
  }

  /// Notes that the schedule has been kept up to this turn. False when it was already, by another
  /// server or before a restart.
  public boolean keep(WorkspaceId workspace, CampaignId campaign, Instant turn) {
    var at = turn.atOffset(ZoneOffset.UTC);
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                        """
                        update campaign set kept_until = ? where workspace = ? and id = ?
                        and (kept_until is null or kept_until < ?)\
                        """)
                    .params(at, workspace.value(), campaign.value(), at)
                    .update()
                == 1);
  }

  /// False when records of it were handed out before: then reports still speak of it.
  public boolean remove(WorkspaceId workspace, CampaignId campaign) {
    return database.in(
        workspace.value(),
        db -> {
          boolean used =
              db.sql(
                      """
                      select exists (select from preview where workspace = :workspace and campaign = :campaign)
                        or exists (select from record_event where workspace = :workspace and campaign = :campaign)\
                      """)
                  .param("workspace", workspace.value())
                  .param("campaign", campaign.value())
                  .query(Boolean.class)
                  .single();
          if (used) return false;
          db.sql("delete from campaign where workspace = ? and id = ?")
              .params(workspace.value(), campaign.value())
              .update();
          services.remove(workspace, campaign.service());
          return true;
        });
  }

  private Campaign row(ResultSet row, int number) throws SQLException {
    var calls = row.getObject("calls", Long.class);
    return new Campaign(
        new CampaignId(row.getLong("id")),
        row.getString("name"),
        Campaign.Mode.valueOf(row.getString("mode")),
        calls == null ? null : new ServiceId(calls),
        Campaign.State.valueOf(row.getString("state")),
        row.getBoolean("enabled"),
        Duration.ofMillis(row.getLong("offer_ms")),
        settings.read(row.getString("settings")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
