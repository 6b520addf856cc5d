package org.hiwar.app.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hiwar.app.demo.carrier.DemoNumbers;
import org.hiwar.campaign.BoundList;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.Campaigns;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.list.CallingList;
import org.hiwar.campaign.list.CallingRecord;
import org.hiwar.campaign.list.Field;
import org.hiwar.campaign.list.FieldType;
import org.hiwar.campaign.list.Fields;
import org.hiwar.campaign.list.ListStore;
import org.hiwar.campaign.list.RecordNumber;
import org.hiwar.campaign.list.RecordStore;
import org.hiwar.campaign.rule.CallingHours;
import org.hiwar.campaign.rule.CampaignRules;
import org.hiwar.campaign.rule.Limits;
import org.hiwar.campaign.rule.NumberKind;
import org.hiwar.campaign.rule.Schedule;
import org.hiwar.platform.Ids;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.Team;
import org.hiwar.workspace.TeamStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.hours.Holidays;
import org.hiwar.workspace.hours.Hours;
import org.springframework.stereotype.Component;

/// A campaign of the demo workspace, complete and not started: a few customers with names in both
/// languages, whose numbers are the telephones of the demonstration. It may call at any hour, and
/// as often as one likes.
@Component
class DemoCampaign {
  private static final String NAME = "عرض الربيع · Spring offer";
  private static final String MOBILE = "Mobile";
  private static final String HOME = "Home";
  private static final String FIRST_NAME = "First name";
  private static final String LAST_NAME = "Last name";
  private static final String TOWN = "Town";
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private record Customer(String first, String last, String town) {}

  private static final List<Customer> CUSTOMERS =
      List.of(
          new Customer("ليلى", "حداد", "برلين"),
          new Customer("Laura", "Bennett", "Hamburg"),
          new Customer("يوسف", "الخطيب", "لايبزيغ"),
          new Customer("Thomas", "Reed", "Berlin"),
          new Customer("سلمى", "نصّار", "بريمن"),
          new Customer("Nora", "Lindgren", "Cologne"),
          new Customer("كريم", "منصور", "دريسدن"),
          new Customer("Paul", "Okafor", "Munich"));

  private final Campaigns campaigns;
  private final ListStore lists;
  private final RecordStore records;
  private final TeamStore teams;
  private final ServiceStore services;
  private final Ids ids;
  private final Clock clock;

  DemoCampaign(
      Campaigns campaigns,
      ListStore lists,
      RecordStore records,
      TeamStore teams,
      ServiceStore services,
      Ids ids,
      Clock clock) {
    this.campaigns = campaigns;
    this.lists = lists;
    this.records = records;
    this.teams = teams;
    this.services = services;
    this.ids = ids;
    this.clock = clock;
  }

  void create(WorkspaceId workspace) {
    var calls =
        services.all(workspace).stream()
            .filter(service -> service.medium() == Medium.VOICE)
            .findFirst()
            .orElseThrow();
    var list = list(workspace);
    var made = campaigns.create(workspace, NAME, calls.id(), ZONE);
    campaigns.change(workspace, ready(made));
    campaigns.setTeams(workspace, made.id(), teams.all(workspace).stream().map(Team::id).toList());
    campaigns.bind(workspace, made.id(), new BoundList(list, true, 1, 1, List.of(), List.of()));
  }

  private static Campaign ready(Campaign made) {
    var usual = made.settings().rules();
    var always =
        new Schedule(
            Hours.daily(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
            List.of(NumberKind.MOBILE, NumberKind.HOME));
    var rules =
        new CampaignRules(
            new CallingHours(List.of(always), Holidays.NONE),
            usual.centre(),
            Limits.NONE,
            usual.strategy(),
            usual.dialRules(),
            usual.safeHours(),
            usual.postalZones(),
            usual.localRules(),
            usual.quotas(),
            usual.rescheduleOutsideHours());
    return new Campaign(
        made.id(),
        made.name(),
        made.mode(),
        made.calls(),
        made.state(),
        true,
        made.offer(),
        made.settings().with(rules),
        made.createdAt());
  }

  private ListId list(WorkspaceId workspace) {
    var fields =
        new Fields(
            List.of(
                Field.phone(MOBILE, NumberKind.MOBILE),
                Field.phone(HOME, NumberKind.HOME),
                Field.of(FIRST_NAME, FieldType.FIRST_NAME),
                Field.of(LAST_NAME, FieldType.LAST_NAME),
                Field.of(TOWN, FieldType.OTHER)),
            null);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var list =
        new CallingList(
            new ListId(ids.next()), "Spring customers", DemoNumbers.COUNTRY, ZONE, fields, 0, now);
    lists.add(workspace, list);
    for (int i = 0; i < CUSTOMERS.size(); i++)
      records.add(workspace, record(list.id(), i, CUSTOMERS.get(i), now));
    return list.id();
  }

  /// Every second customer has a number at home, too.
  private CallingRecord record(ListId list, int index, Customer customer, Instant now) {
    var phones = DemoNumbers.phones();
    var numbers = new ArrayList<RecordNumber>();
    numbers.add(number(1, NumberKind.MOBILE, phones.get(0).text()));
    if (index % 2 == 0) numbers.add(number(2, NumberKind.HOME, phones.get(1).text()));
    return new CallingRecord(
        new RecordId(ids.next()),
        list,
        index + 1,
        customer.first(),
        customer.last(),
        null,
        Map.of(TOWN, customer.town()),
        numbers,
        null,
        null,
        null,
        0,
        null,
        null,
        null,
        now);
  }

  private static RecordNumber number(int position, NumberKind kind, String number) {
    return new RecordNumber(position, kind, number, DemoNumbers.COUNTRY, null);
  }
}
