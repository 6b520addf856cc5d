package org.hiwar.campaign.preview;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.rule.Verdicts;
import org.hiwar.floor.Floors;
import org.hiwar.floor.Plans;
import org.hiwar.floor.core.By;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Presence;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.core.WorkState;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One round of care for a workspace: what waits on the floor is neither too little nor out of
/// date, what has ended is settled, what hangs in between goes on, and timers dial. Everything is
/// read from the rows, so a process that begins anew goes on where the last one stopped.
public final class PreviewKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(PreviewKeeper.class);
  private static final int SETTLED_AT_ONCE = 200;

  private final Database database;
  private final CampaignStore campaigns;
  private final PreviewStore previews;
  private final CandidateStore candidates;
  private final Hopper hopper;
  private final Crew crew;
  private final Settlement settlement;
  private final Previews desk;
  private final Dialling dialling;
  private final Floors floors;
  private final Plans plans;
  private final CallFacts.Source calls;
  private final List<PreviewListener> listeners;
  private final Clock clock;
  private final Map<WorkspaceId, Instant> judged = new ConcurrentHashMap<>();
  private final Map<WorkspaceId, Instant> planned = new ConcurrentHashMap<>();

  PreviewKeeper(Parts parts) {
    this.database = parts.database();
    this.campaigns = parts.campaigns();
    this.previews = parts.previews();
    this.candidates = parts.candidates();
    this.hopper = parts.hopper();
    this.crew = parts.crew();
    this.settlement = parts.settlement();
    this.desk = parts.desk();
    this.dialling = parts.dialling();
    this.floors = parts.floors();
    this.plans = parts.plans();
    this.calls = parts.calls();
    this.listeners = List.copyOf(parts.listeners());
    this.clock = parts.clock();
  }

  record Parts(
      Database database,
      CampaignStore campaigns,
      PreviewStore previews,
      CandidateStore candidates,
      Hopper hopper,
      Crew crew,
      Settlement settlement,
      Previews desk,
      Dialling dialling,
      Floors floors,
      Plans plans,
      CallFacts.Source calls,
      List<PreviewListener> listeners,
      Clock clock) {}

  /// Whether there is anything to care for: a campaign runs, a preview is open or unsettled, or an
  /// agent still has the work of one.
  boolean round(WorkspaceId workspace) {
    var all = campaigns.all(workspace);
    var open = previews.pending(workspace, clock.instant());
    boolean runs = all.stream().anyMatch(Campaign::running);
    boolean unsettled = settle(workspace);
    if (all.isEmpty()) return unsettled;
    plan(workspace);
    boolean held = release(workspace, all);
    if (!runs && open.isEmpty()) return unsettled || held || previews.anyOpen(workspace);
    if (!floors.health(workspace).available()) return true;
    for (var campaign : all)
      if (campaign.settings().previewAutoAccept()) accept(workspace, campaign.id());
    for (var preview : open) care(workspace, preview);
    withdraw(workspace, all, open);
    for (var campaign : all)
      if (campaign.running() && campaign.mode() == Campaign.Mode.PREVIEW)
        fill(workspace, campaign, open);
    return true;
  }

  /// Records have come back to their lists, or their lists have changed.
  void cameBack(WorkspaceId workspace) {
    hopper.cameBack(workspace);
  }

  private void plan(WorkspaceId workspace) {
    var now = clock.instant();
    var last = planned.get(workspace);
    if (last != null && now.isBefore(last.plus(PreviewLimits.PLANNED_EVERY))) return;
    planned.put(workspace, now);
    replan(workspace);
  }

  /// Reads anew who serves which campaign.
  void replan(WorkspaceId workspace) {
    crew.plan(workspace, plans.read(workspace));
  }

  private boolean settle(WorkspaceId workspace) {
    boolean left = false;
    for (var preview : previews.unsettled(workspace, SETTLED_AT_ONCE)) {
      try {
        if (!settlement.settle(workspace, preview)) left = true;
      } catch (RuntimeException e) {
        LOG.warn("preview {} is settled later: {}", preview.id(), e.toString());
        left = true;
      }
    }
    return left;
  }

  /// What agents still hold on the floor although it is over. Answers whether they hold any
  /// preview: one that is over is released again until the floor has heard, whether a campaign runs
  /// or not.
  private boolean release(WorkspaceId workspace, List<Campaign> all) {
    var held = new ConcurrentHashMap<PreviewId, org.hiwar.workspace.UserId>();
    for (var campaign : all)
      for (var agent : crew.of(workspace, campaign.id()))
        for (var row : agent.held())
          if (row.work().medium() == Medium.PREVIEW)
            held.put(new PreviewId(row.work().id().value()), agent.agent());
    for (var over : previews.over(workspace, List.copyOf(held.keySet())))
      desk.release(workspace, over, java.util.Objects.requireNonNull(held.get(over)));
    return !held.isEmpty();
  }

  /// What is offered is accepted for the agent.
  private void accept(WorkspaceId workspace, CampaignId campaign) {
    for (var agent : crew.of(workspace, campaign))
      for (var row : agent.held())
        if (row.work().service().equals(campaign.service())
            && row.state() instanceof WorkState.Offered offered) {
          var unused =
              floors.submit(
                  workspace,
                  new Command.Accept(row.work().id(), agent.agent(), offered.offer()),
                  "");
        }
  }

  private void care(WorkspaceId workspace, Preview preview) {
    switch (preview.state()) {
      case PreviewState.Reviewing s -> timer(workspace, preview, s);
      case PreviewState.Dialing s -> dialing(workspace, preview);
      case PreviewState.Talking _, PreviewState.Deciding _ -> called(workspace, preview);
      case PreviewState.Queued _, PreviewState.Offered _, PreviewState.Ended _ -> {}
    }
  }

  /// A call that has not begun in time never will.
  private void dialing(WorkspaceId workspace, Preview preview) {
    if (preview.interaction() != null) {
      called(workspace, preview);
      return;
    }
    var begun = database.in(workspace.value(), db -> previews.dialledAt(db, workspace, preview));
    if (begun.isPresent() && begun.get().plus(PreviewLimits.BEGIN_WITHIN).isAfter(clock.instant()))
      return;
    dialling.undo(workspace, preview.id(), null);
    tell(workspace, preview);
  }

  /// What telephony says of a call, in case that its news was lost.
  private void called(WorkspaceId workspace, Preview preview) {
    var interaction = preview.interaction();
    if (interaction == null) return;
    var facts = calls.of(workspace, interaction);
    if (facts.isEmpty()) return;
    if (facts.get().over()) {
      previews.endCalled(workspace, preview.id(), clock.instant());
      tell(workspace, preview);
    } else if (facts.get().answered() != null && previews.talks(workspace, interaction))
      tell(workspace, preview);
  }

  /// Dials at the time, to the second: what is due before the next round is waited for.
  private void timer(WorkspaceId workspace, Preview preview, PreviewState.Reviewing state) {
    var until = preview.timerUntil();
    if (until == null || preview.timerStopped() != null || until.isAfter(clock.instant())) return;
    var asker = new Previews.Asker(workspace, state.agent(), preview.id());
    var answer = dialling.dial(asker, new Dialling.Goal.Recommended());
    if (!(answer instanceof PreviewAnswer.No(PreviewProblem why, Map<String, Object> more))) return;
    if (why == PreviewProblem.PREVIEW_OVER) return;
    previews.stopTimer(workspace, preview.id(), String.valueOf(more.getOrDefault("why", why)));
    if (why == PreviewProblem.NO_DEVICE) {
      var unused =
          floors.submit(
              workspace, new Command.GoNotReady(state.agent(), Presence.NO_DEVICE.reason()), "");
    }
    tell(workspace, preview);
  }

  /// Nothing waits of a campaign that has stopped, and nothing that may not be called now.
  private void withdraw(WorkspaceId workspace, List<Campaign> all, List<Preview> open) {
    var now = clock.instant();
    var last = judged.get(workspace);
    boolean judge = last == null || !now.isBefore(last.plus(PreviewLimits.JUDGED_EVERY));
    if (judge) judged.put(workspace, now);
    for (var campaign : all) {
      var waiting = open.stream().filter(p -> waits(p, campaign.id())).toList();
      if (waiting.isEmpty()) continue;
      if (!campaign.running()) waiting.forEach(p -> leave(workspace, p));
      else if (judge) judge(workspace, campaign, waiting, now);
    }
  }

  /// What waits is judged in the next round, however short ago it was.
  void rejudge(WorkspaceId workspace) {
    judged.remove(workspace);
  }

  private static boolean waits(Preview preview, CampaignId campaign) {
    return preview.campaign().equals(campaign)
        && (preview.state() instanceof PreviewState.Queued
            || preview.state() instanceof PreviewState.Offered);
  }

  private void judge(WorkspaceId workspace, Campaign campaign, List<Preview> waiting, Instant now) {
    var rules = campaign.settings().rules();
    var queued = waiting.stream().filter(p -> p.state() instanceof PreviewState.Queued).toList();
    var known =
        database.in(
            workspace.value(),
            db ->
                candidates.read(
                    db,
                    workspace,
                    campaign.id(),
                    rules,
                    queued.stream().map(Preview::record).toList(),
                    now));
    var present = crew.present(workspace, campaign.id());
    for (var preview : queued) {
      var candidate = known.get(preview.record());
      if (candidate == null || !Verdicts.mayOffer(rules, candidate.callee(), now)) {
        leave(workspace, preview);
        continue;
      }
      var only = candidate.standing().onlyAgent();
      var here = candidate.standing().promised(now) ? present.working() : present.ready();
      if (only != null && !here.contains(only)) leave(workspace, preview);
    }
  }

  private void leave(WorkspaceId workspace, Preview preview) {
    var unused =
        floors.submit(
            workspace, new Command.Leave(new WorkId(preview.id().value()), By.SYSTEM), "");
  }

  private void fill(WorkspaceId workspace, Campaign campaign, List<Preview> open) {
    int waiting =
        (int)
            open.stream()
                .filter(
                    p ->
                        p.campaign().equals(campaign.id())
                            && p.state() instanceof PreviewState.Queued)
                .count();
    var present = crew.present(workspace, campaign.id());
    int working = present.working().size();
    if (working == 0) return;
    int target =
        Math.clamp(
            (long) working * PreviewLimits.QUEUED_PER_AGENT,
            PreviewLimits.QUEUED_LEAST,
            PreviewLimits.QUEUED_MOST);
    for (var work : hopper.claim(workspace, campaign, present, target - waiting))
      floors.submit(workspace, new Command.Arrive(work), "");
  }

  /// What waits, as work for a floor that does not know it.
  List<Work> waiting(WorkspaceId workspace) {
    var work = new ArrayList<Work>();
    var open = previews.open(workspace);
    if (open.isEmpty()) return work;
    for (var campaign : campaigns.all(workspace)) {
      var queued =
          open.stream()
              .filter(p -> p.campaign().equals(campaign.id()))
              .filter(p -> p.state() instanceof PreviewState.Queued)
              .toList();
      if (queued.isEmpty()) continue;
      var now = clock.instant();
      var known =
          database.in(
              workspace.value(),
              db ->
                  candidates.read(
                      db,
                      workspace,
                      campaign.id(),
                      campaign.settings().rules(),
                      queued.stream().map(Preview::record).toList(),
                      now));
      for (var preview : queued) {
        var candidate = known.get(preview.record());
        if (candidate == null) continue;
        work.add(
            Hopper.work(
                campaign.id(),
                preview.id(),
                candidate.standing(),
                crew.ready(workspace, campaign.id()),
                preview.claimedAt()));
      }
    }
    return work;
  }

  private void tell(WorkspaceId workspace, Preview preview) {
    var agent = preview.agent();
    if (agent != null) listeners.forEach(listener -> listener.changed(workspace, agent));
  }
}
