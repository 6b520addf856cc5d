package org.hiwar.campaign.report;

import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.list.ListStore;
import org.hiwar.campaign.report.ReportChoices.ReportChoice;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.TeamStore;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Knows what there is to report on.
@Component
class ReportedOn {
  /// More agents are found by their team.
  private static final int AGENTS = 1_000;

  private final CampaignStore campaigns;
  private final ListStore lists;
  private final TeamStore teams;
  private final UserStore users;

  ReportedOn(CampaignStore campaigns, ListStore lists, TeamStore teams, UserStore users) {
    this.campaigns = campaigns;
    this.lists = lists;
    this.teams = teams;
    this.users = users;
  }

  ReportChoices by(WorkspaceId workspace) {
    return new ReportChoices(
        campaigns.all(workspace).stream()
            .map(one -> new ReportChoice(one.id().toString(), one.name()))
            .toList(),
        lists.all(workspace).stream()
            .map(one -> new ReportChoice(one.id().toString(), one.name()))
            .toList(),
        teams.all(workspace).stream()
            .map(one -> new ReportChoice(one.id().toString(), one.name()))
            .toList(),
        users.who(workspace, Privilege.PREVIEW_RECORDS, AGENTS).stream()
            .map(one -> new ReportChoice(one.id().toString(), one.name()))
            .toList());
  }
}
