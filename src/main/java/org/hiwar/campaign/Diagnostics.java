package org.hiwar.campaign;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceTeamStore;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.UserSkill;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Says what a campaign lacks.
@Component
public class Diagnostics {
  private final CampaignListStore lists;
  private final ProgressStore progress;
  private final SkillStore skills;
  private final ServiceTeamStore teams;
  private final CampaignLines lines;
  private final QuotaFit quotas;
  private final Clock clock;

  public Diagnostics(
      CampaignListStore lists,
      ProgressStore progress,
      SkillStore skills,
      ServiceTeamStore teams,
      CampaignLines lines,
      QuotaFit quotas,
      Clock clock) {
    this.lists = lists;
    this.progress = progress;
    this.skills = skills;
    this.teams = teams;
    this.lines = lines;
    this.quotas = quotas;
    this.clock = clock;
  }

  /// In the order in which one would mend it; empty: nothing is wrong.
  public Set<Diagnosis> of(WorkspaceId workspace, Campaign campaign) {
    var found = EnumSet.noneOf(Diagnosis.class);
    if (!campaign.enabled()) found.add(Diagnosis.NOT_ENABLED);
    telephony(workspace, campaign, found);
    records(workspace, campaign, found);
    if (!served(workspace, campaign.id())) found.add(Diagnosis.NO_AGENTS);
    var rules = campaign.settings().rules();
    if (rules.hours().schedules().isEmpty()) found.add(Diagnosis.NO_CALLING_HOURS);
    if (!rules.centre().areOpen(clock.instant())) found.add(Diagnosis.CENTRE_CLOSED);
    return found;
  }

  /// What of it keeps the campaign from starting.
  public List<Diagnosis> hindrances(WorkspaceId workspace, Campaign campaign) {
    return of(workspace, campaign).stream().filter(Diagnosis::hinders).toList();
  }

  private void telephony(WorkspaceId workspace, Campaign campaign, Set<Diagnosis> found) {
    var calls = campaign.calls();
    if (calls == null) found.add(Diagnosis.NO_CALLS_SERVICE);
    if (!lines.hasTrunk(workspace)) found.add(Diagnosis.NO_TRUNK);
    if (calls != null && !lines.showsNumber(workspace, calls)) found.add(Diagnosis.NO_CALLER_ID);
  }

  private void records(WorkspaceId workspace, Campaign campaign, Set<Diagnosis> found) {
    var bound = lists.of(workspace, campaign.id());
    if (bound.isEmpty()) found.add(Diagnosis.NO_LIST);
    else if (bound.stream().noneMatch(BoundList::enabled)) found.add(Diagnosis.NO_LIST_ENABLED);
    else if (!progress.anyLeft(workspace, campaign.id())) found.add(Diagnosis.NO_RECORDS);
    found.addAll(quotas.wrong(workspace, campaign.settings().rules().quotas(), bound));
    if (progress.enough(workspace, campaign)) found.add(Diagnosis.QUOTAS_MET);
    if (progress.anySkippedTooOften(workspace, campaign.id()))
      found.add(Diagnosis.SKIPPED_TOO_OFTEN);
  }

  private boolean served(WorkspaceId workspace, CampaignId campaign) {
    var skill = new SkillId(campaign.value());
    return skills.ofAllUsers(workspace).stream().map(UserSkill::skill).anyMatch(skill::equals)
        || teams.skills(workspace, Privilege.PREVIEW_RECORDS).stream()
            .map(UserSkill::skill)
            .anyMatch(skill::equals);
  }
}
