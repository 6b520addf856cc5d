package org.hiwar.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.hiwar.floor.Floors;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceTeamStore;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Creates and changes campaigns, and tells the floor and whoever listens. What is asked for has
/// been checked before.
@Component
public class Campaigns {
  private static final Duration OFFER = Duration.ofSeconds(20);

  private final Database database;
  private final CampaignStore campaigns;
  private final CampaignListStore lists;
  private final CampaignRecordStore records;
  private final CampaignDispositions dispositions;
  private final ServiceTeamStore teams;
  private final Floors floors;
  private final ObjectProvider<CampaignListener> listeners;
  private final Ids ids;
  private final Clock clock;

  public Campaigns(
      Database database,
      CampaignStore campaigns,
      CampaignListStore lists,
      CampaignRecordStore records,
      CampaignDispositions dispositions,
      ServiceTeamStore teams,
      Floors floors,
      ObjectProvider<CampaignListener> listeners,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.campaigns = campaigns;
    this.lists = lists;
    this.records = records;
    this.dispositions = dispositions;
    this.teams = teams;
    this.floors = floors;
    this.listeners = listeners;
    this.ids = ids;
    this.clock = clock;
  }

  /// A new campaign of mode PREVIEW: stopped, not enabled, with the default result of previews
  /// (S2-56). `centre`: by whose clock the centre works.
  public Campaign create(
      WorkspaceId workspace, String name, @Nullable ServiceId calls, ZoneId centre) {
    var made =
        database.in(
            workspace.value(),
            _ -> {
              var results = dispositions.ensured(workspace);
              var settings = CampaignDispositions.settings(results, centre);
              var campaign = fresh(name, calls, OFFER, settings);
              campaigns.add(workspace, campaign);
              return campaign;
            });
    planned(workspace, made.id());
    return made;
  }

  /// The same settings and teams under another name; without lists, stopped, not enabled.
  public Campaign copy(WorkspaceId workspace, Campaign original, String name) {
    var made =
        database.in(
            workspace.value(),
            _ -> {
              var campaign = fresh(name, original.calls(), original.offer(), original.settings());
              campaigns.add(workspace, campaign);
              teams.set(
                  workspace, campaign.id().service(), teams.of(workspace, original.id().service()));
              return campaign;
            });
    planned(workspace, made.id());
    return made;
  }

  private Campaign fresh(
      String name, @Nullable ServiceId calls, Duration offer, CampaignSettings settings) {
    return new Campaign(
        new CampaignId(ids.next()),
        name,
        Campaign.Mode.PREVIEW,
        calls,
        Campaign.State.STOPPED,
        false,
        offer,
        settings,
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /// Other rules hold for every record at once, for those that wait for the hours of before too.
  public void change(WorkspaceId workspace, Campaign campaign) {
    var before = campaigns.find(workspace, campaign.id());
    campaigns.change(workspace, campaign);
    if (before.isPresent() && !before.get().settings().rules().equals(campaign.settings().rules()))
      records.reconsider(workspace, campaign.id());
    planned(workspace, campaign.id());
  }

  public void setTeams(WorkspaceId workspace, CampaignId campaign, Collection<TeamId> chosen) {
    teams.set(workspace, campaign.service(), chosen);
    planned(workspace, campaign);
  }

  /// False when it was so already.
  public boolean setState(WorkspaceId workspace, CampaignId campaign, Campaign.State state) {
    boolean turned = campaigns.setState(workspace, campaign, state);
    if (turned) tell(workspace, campaign);
    return turned;
  }

  /// Binds a list, or changes how it is used: its records get their places. False when the list or
  /// the campaign was removed.
  public boolean bind(WorkspaceId workspace, CampaignId campaign, BoundList wish) {
    boolean bound = records.bind(workspace, campaign, wish);
    if (bound) tell(workspace, campaign);
    return bound;
  }

  /// Takes a list out; its records are no longer handed out here. False while agents have some.
  public boolean unbind(WorkspaceId workspace, CampaignId campaign, ListId list) {
    boolean removed = records.remove(workspace, campaign, list);
    if (removed) tell(workspace, campaign);
    return removed;
  }

  /// False when it has been in use.
  public boolean remove(WorkspaceId workspace, CampaignId campaign) {
    boolean removed = campaigns.remove(workspace, campaign);
    if (removed) planned(workspace, campaign);
    return removed;
  }

  /// In the order in which they are worked off.
  public List<BoundList> lists(WorkspaceId workspace, CampaignId campaign) {
    return lists.of(workspace, campaign);
  }

  private void planned(WorkspaceId workspace, CampaignId campaign) {
    floors.planChanged(workspace);
    tell(workspace, campaign);
  }

  private void tell(WorkspaceId workspace, CampaignId campaign) {
    listeners.forEach(each -> each.changed(workspace, campaign));
  }
}
