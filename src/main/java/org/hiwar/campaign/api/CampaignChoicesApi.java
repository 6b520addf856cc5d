package org.hiwar.campaign.api;

import java.util.List;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.list.ListStore;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.Team;
import org.hiwar.workspace.TeamStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a campaign may be made of, for the screens on which that is chosen.
@RestController
@RequestMapping("/api/campaign-choices")
@Requires(Privilege.RUN_CAMPAIGNS)
class CampaignChoicesApi {
  private final ServiceStore services;
  private final TeamStore teams;
  private final ListStore lists;

  CampaignChoicesApi(ServiceStore services, TeamStore teams, ListStore lists) {
    this.services = services;
    this.teams = teams;
    this.lists = lists;
  }

  /// @param services those that take calls, by name
  record CampaignChoices(List<CallsChoice> services, List<Team> teams, List<ListChoice> lists) {}

  record CallsChoice(ServiceId id, String name) {}

  /// @param fields that records of it can be filtered and sorted by, by the name a filter knows
  record ListChoice(ListId id, String name, List<String> fields) {}

  @GetMapping
  CampaignChoices read(CurrentUser user) {
    return new CampaignChoices(
        services.all(user.workspace()).stream()
            .filter(service -> service.medium() == Medium.VOICE)
            .map(service -> new CallsChoice(service.id(), service.name()))
            .toList(),
        teams.all(user.workspace()),
        lists.all(user.workspace()).stream()
            .map(list -> new ListChoice(list.id(), list.name(), list.fields().known()))
            .toList());
  }
}
