package org.hiwar.campaign.api;

import static org.hiwar.campaign.api.CampaignRulesCheck.require;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hiwar.campaign.BoundList;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.CampaignDoNotCallStore;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.Campaigns;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.QuotaFit;
import org.hiwar.campaign.list.ListStore;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceTeamStore;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.TeamStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What campaigns are worked with: lists, teams, and do-not-call lists.
@RestController
@RequestMapping("/api/campaigns/{campaign}")
@Requires(Privilege.MANAGE_CAMPAIGNS)
class CampaignListsApi {
  private static final int MOST = 100;
  private static final int CONDITIONS = 20;
  private static final int LONGEST = 200;

  private final CampaignStore store;
  private final Campaigns campaigns;
  private final ListStore lists;
  private final CampaignDoNotCallStore forbidden;
  private final DispositionStore dispositions;
  private final ServiceTeamStore served;
  private final TeamStore teams;
  private final QuotaFit fit;
  private final AuditLog audit;

  CampaignListsApi(
      CampaignStore store,
      Campaigns campaigns,
      ListStore lists,
      CampaignDoNotCallStore forbidden,
      DispositionStore dispositions,
      ServiceTeamStore served,
      TeamStore teams,
      QuotaFit fit,
      AuditLog audit) {
    this.store = store;
    this.campaigns = campaigns;
    this.lists = lists;
    this.forbidden = forbidden;
    this.dispositions = dispositions;
    this.served = served;
    this.teams = teams;
    this.fit = fit;
    this.audit = audit;
  }

  /// As `BoundList`, without the list.
  record ListUse(
      boolean enabled,
      int position,
      int ratio,
      List<BoundList.Filter> filter,
      List<BoundList.Sort> sort) {}

  record TeamsChosen(List<TeamId> teams) {}

  record DoNotCallChosen(List<CampaignDoNotCallStore.Bound> lists) {}

  @GetMapping("/lists")
  List<BoundList> lists(CurrentUser user, @PathVariable CampaignId campaign) {
    requireKnown(user, campaign);
    return campaigns.lists(user.workspace(), campaign);
  }

  /// Binds the list, or changes how it is used. Its records get their places anew when filter or
  /// sort change, or when it is enabled.
  @PutMapping("/lists/{list}")
  BoundList bind(
      CurrentUser user,
      @PathVariable CampaignId campaign,
      @PathVariable ListId list,
      @RequestBody ListUse wish) {
    var known = store.find(user.workspace(), campaign).orElseThrow(Refusal::notFound);
    if (lists.find(user.workspace(), list).isEmpty()) throw Refusal.notFound();
    require(
        wish.position() >= 1
            && wish.position() <= MOST
            && wish.ratio() >= 1
            && wish.ratio() <= MOST,
        "list-use-invalid",
        "The place and the ratio of a list are numbers from 1 to 100. Correct them.");
    require(
        wish.filter().size() <= CONDITIONS
            && wish.sort().size() <= CONDITIONS
            && wish.filter().stream()
                .allMatch(one -> isShort(one.field()) && one.value().length() <= LONGEST)
            && wish.sort().stream().allMatch(one -> one.field().length() <= LONGEST),
        "list-filter-invalid",
        "There are at most 20 conditions and 20 fields to sort by, each with at most 200"
            + " characters. Correct them.");
    var bound = campaigns.lists(user.workspace(), campaign);
    require(
        bound.size() < MOST || bound.stream().anyMatch(one -> one.list().equals(list)),
        "campaign-lists-too-many",
        "A campaign has at most 100 lists. Take one out first.");
    var use =
        new BoundList(
            list, wish.enabled(), wish.position(), wish.ratio(), wish.filter(), wish.sort());
    if (use.enabled()) requireQuotasFit(user, known, bound, use);
    if (!campaigns.bind(user.workspace(), campaign, use)) throw Refusal.notFound();
    record(user, "campaign.list-bound", campaign, Map.of("list", list, "enabled", wish.enabled()));
    return campaigns.lists(user.workspace(), campaign).stream()
        .filter(one -> one.list().equals(list))
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }

  @DeleteMapping("/lists/{list}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unbind(CurrentUser user, @PathVariable CampaignId campaign, @PathVariable ListId list) {
    var found = store.find(user.workspace(), campaign).orElseThrow(Refusal::notFound);
    if (campaigns.lists(user.workspace(), campaign).stream()
        .noneMatch(one -> one.list().equals(list))) throw Refusal.notFound();
    if (found.running())
      throw Refusal.conflict(
          "campaign-running", "The campaign is running. Stop it first, then change this.");
    if (!campaigns.unbind(user.workspace(), campaign, list))
      throw Refusal.conflict(
          "list-handed-out",
          "Agents still have records of this list. Wait until they have finished them.");
    record(user, "campaign.list-unbound", campaign, Map.of("list", list));
  }

  @GetMapping("/teams")
  TeamsChosen teams(CurrentUser user, @PathVariable CampaignId campaign) {
    requireKnown(user, campaign);
    return new TeamsChosen(served.of(user.workspace(), campaign.service()));
  }

  @PutMapping("/teams")
  TeamsChosen setTeams(
      CurrentUser user, @PathVariable CampaignId campaign, @RequestBody TeamsChosen wish) {
    requireKnown(user, campaign);
    var known = teams.all(user.workspace()).stream().map(team -> team.id()).toList();
    require(
        known.containsAll(wish.teams()),
        "team-unknown",
        "There is no such team. Choose one of the list.");
    campaigns.setTeams(user.workspace(), campaign, wish.teams());
    record(user, "campaign.teams-set", campaign, Map.of("teams", wish.teams()));
    return teams(user, campaign);
  }

  @GetMapping("/do-not-call")
  DoNotCallChosen forbidden(CurrentUser user, @PathVariable CampaignId campaign) {
    requireKnown(user, campaign);
    return new DoNotCallChosen(forbidden.of(user.workspace(), campaign));
  }

  @PutMapping("/do-not-call")
  DoNotCallChosen setForbidden(
      CurrentUser user, @PathVariable CampaignId campaign, @RequestBody DoNotCallChosen wish) {
    requireKnown(user, campaign);
    var results = dispositions.all(user.workspace());
    for (var one : wish.lists()) {
      require(
          forbidden.knows(user.workspace(), one.list())
              && wish.lists().stream().filter(other -> other.list().equals(one.list())).count()
                  == 1,
          "do-not-call-list-unknown",
          "There is no such do-not-call list, or it is named twice. Choose from the list.");
      require(
          one.disposition() == null
              || results.stream().anyMatch(result -> result.id().equals(one.disposition())),
          "disposition-unknown",
          "There is no such result. Choose one of the list.");
    }
    forbidden.set(user.workspace(), campaign, wish.lists());
    record(user, "campaign.do-not-call-set", campaign, Map.of("lists", wish.lists().size()));
    return forbidden(user, campaign);
  }

  /// With the list as it is to be used.
  private void requireQuotasFit(
      CurrentUser user, Campaign campaign, List<BoundList> bound, BoundList use) {
    var others = bound.stream().filter(one -> !one.list().equals(use.list()));
    var all = Stream.concat(others, Stream.of(use)).toList();
    CampaignRulesCheck.quotas(
        fit.wrong(user.workspace(), campaign.settings().rules().quotas(), all));
  }

  private static boolean isShort(String text) {
    return !text.isBlank() && text.length() <= LONGEST;
  }

  private void requireKnown(CurrentUser user, CampaignId campaign) {
    if (store.find(user.workspace(), campaign).isEmpty()) throw Refusal.notFound();
  }

  private void record(CurrentUser by, String what, CampaignId campaign, Map<String, ?> detail) {
    audit.record(by.workspace(), by.user(), what, campaign.toString(), detail);
  }
}
