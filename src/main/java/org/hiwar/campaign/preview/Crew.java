package org.hiwar.campaign.preview;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.campaign.CampaignId;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.Plan;
import org.hiwar.floor.core.Presence;
import org.hiwar.floor.core.WorkState;
import org.hiwar.floor.core.WorkStatus;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// Who serves a campaign, and who of them is free, as the floor last committed it. Never blocks:
/// the guard asks on the floor's thread.
public final class Crew {
  /// An agent of a floor; null: the floor does not know them.
  @FunctionalInterface
  public interface Sight {
    java.util.Optional<AgentView> agent(WorkspaceId workspace, UserId agent);
  }

  private final Sight sight;
  private final Map<WorkspaceId, Map<CampaignId, Set<UserId>>> members = new ConcurrentHashMap<>();

  public Crew(Sight sight) {
    this.sight = sight;
  }

  /// To be called now and then with the floor's plan as it is configured.
  void plan(WorkspaceId workspace, Plan plan) {
    var now = new ConcurrentHashMap<CampaignId, Set<UserId>>();
    plan.skills()
        .forEach(
            (user, skills) ->
                skills.stream()
                    .filter(skill -> skill.level() > 0)
                    .forEach(
                        skill ->
                            now.computeIfAbsent(
                                    new CampaignId(skill.id().value()), _ -> new TreeSet<>())
                                .add(user)));
    members.put(workspace, now);
  }

  List<AgentView> of(WorkspaceId workspace, CampaignId campaign) {
    return members.getOrDefault(workspace, Map.of()).getOrDefault(campaign, Set.of()).stream()
        .flatMap(user -> sight.agent(workspace, user).stream())
        .toList();
  }

  /// Who could be offered a record now.
  List<UserId> ready(WorkspaceId workspace, CampaignId campaign) {
    return of(workspace, campaign).stream().filter(Crew::isReady).map(AgentView::agent).toList();
  }

  /// Who of them could be offered a record now, and who all want work.
  Present present(WorkspaceId workspace, CampaignId campaign) {
    var all = of(workspace, campaign);
    return new Present(
        all.stream().filter(Crew::isReady).map(AgentView::agent).toList(),
        all.stream().filter(Crew::works).map(AgentView::agent).toList());
  }

  /// @param working busy or not; whoever is ready is among them
  record Present(List<UserId> ready, List<UserId> working) {}

  private static boolean works(AgentView agent) {
    return agent.presence().equals(Presence.READY) && agent.connected() && agent.device();
  }

  private static boolean isReady(AgentView agent) {
    return agent.presence().equals(Presence.READY)
        && agent.next().equals(Presence.READY)
        && agent.connected()
        && agent.device()
        && !agent.engaged()
        && agent.status() != WorkStatus.RINGING
        && 100 - agent.used() >= Medium.PREVIEW.spareNeeded()
        && agent.held().stream().noneMatch(row -> isCall(row.work().medium(), row.state()));
  }

  private static boolean isCall(Medium medium, WorkState state) {
    return (medium == Medium.VOICE || medium == Medium.PREVIEW)
        && !(state instanceof WorkState.WrapUp);
  }
}
