package org.hiwar.campaign;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Starts and stops campaigns by their schedules. Which turn was kept stands in the campaign's row:
/// no turn is missed over a restart, and none is kept twice, so that whoever stopped a campaign by
/// hand finds it stopped until the next turn.
@Component
class CampaignScheduleJob implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(CampaignScheduleJob.class);
  private static final int EVERY_SECONDS = 5;

  private final Workspaces workspaces;
  private final CampaignStore store;
  private final Campaigns campaigns;
  private final Diagnostics diagnostics;
  private final AuditLog audit;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("campaign-schedules").factory());
  private volatile boolean running;

  CampaignScheduleJob(
      Workspaces workspaces,
      CampaignStore store,
      Campaigns campaigns,
      Diagnostics diagnostics,
      AuditLog audit,
      Clock clock) {
    this.workspaces = workspaces;
    this.store = store;
    this.campaigns = campaigns;
    this.diagnostics = diagnostics;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    timer.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void round() {
    try {
      for (var workspace : workspaces.all())
        for (var campaign : store.scheduled(workspace.id())) keep(workspace.id(), campaign);
    } catch (RuntimeException e) {
      LOG.warn("Schedules of campaigns could not be kept: {}", e.getClass().getSimpleName());
    }
  }

  /// Does what the newest turn says, once.
  void keep(WorkspaceId workspace, Campaign campaign) {
    var settings = campaign.settings();
    var turn = settings.schedule().latest(settings.rules().centre().zone(), clock.instant());
    if (turn.isEmpty() || !store.keep(workspace, campaign.id(), turn.get().at())) return;
    var state = turn.get().state();
    if (state == Campaign.State.RUNNING) {
      var missing = diagnostics.hindrances(workspace, campaign);
      if (!missing.isEmpty()) {
        record(workspace, campaign, "campaign.not-started", Map.of("missing", missing));
        return;
      }
    }
    if (campaigns.setState(workspace, campaign.id(), state))
      record(
          workspace,
          campaign,
          state == Campaign.State.RUNNING ? "campaign.started" : "campaign.stopped",
          Map.of());
  }

  private void record(
      WorkspaceId workspace, Campaign campaign, String what, Map<String, ?> detail) {
    audit.record(workspace, null, what, campaign.id().toString(), detail);
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
