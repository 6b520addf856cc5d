package org.hiwar.campaign.preview;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.hiwar.campaign.BoundList;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.CampaignSettings;
import org.hiwar.campaign.DoNotCallListId;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.list.CallingRecord;
import org.hiwar.campaign.list.DoNotCallKind;
import org.hiwar.campaign.list.RecordNumber;
import org.hiwar.campaign.rule.CallingHours;
import org.hiwar.campaign.rule.CampaignRules;
import org.hiwar.campaign.rule.CentreHours;
import org.hiwar.campaign.rule.DialRule;
import org.hiwar.campaign.rule.Holidays;
import org.hiwar.campaign.rule.Hours;
import org.hiwar.campaign.rule.Limits;
import org.hiwar.campaign.rule.NumberKind;
import org.hiwar.campaign.rule.NumberStrategy;
import org.hiwar.campaign.rule.PostalZones;
import org.hiwar.campaign.rule.Quotas;
import org.hiwar.campaign.rule.Schedule;
import org.hiwar.workspace.Disposition;
import org.hiwar.workspace.Disposition.Kind;
import org.hiwar.workspace.Disposition.Scope;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;

/// What a simulation is about: customers in several zones, lists, campaigns and their rules, from
/// the seed. Rules are made from [Terms], which the judgement of the simulation reads instead of
/// them.
final class World {
  static final ServiceId CALLS = new ServiceId(20);
  static final int AGENTS = 4;
  private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Asia/Beirut"),
          ZoneId.of("Africa/Cairo"),
          LORD_HOWE);
  private static final Instant BEGIN = Instant.parse("2026-01-10T00:00:00Z");

  /// A number and where its area code lies.
  record Area(String beginning, String region, ZoneId zone) {}

  static final List<Area> AREAS =
      List.of(
          new Area("+4930901820", "DE", ZONES.get(0)),
          new Area("+12125550", "US", ZONES.get(1)),
          new Area("+96113401", "LB", ZONES.get(2)),
          new Area("+2022345", "EG", ZONES.get(3)),
          new Area("+612656322", "AU", LORD_HOWE));
  private static final int[] MORE = {2, 3, 2, 4, 2};

  /// A do-not-call list that holds everywhere. `days`: of new entries; 0: for ever.
  record Never(DoNotCallListId id, DoNotCallKind kind, boolean whole, boolean fed, int days) {}

  /// The lists of all seeds.
  static final class Lists {
    private static final Map<Long, ZoneId> OF =
        Map.of(1L, ZoneId.of("Europe/Berlin"), 2L, ZoneId.of("Asia/Beirut"));

    List<Never> never() {
      return List.of(
          new Never(new DoNotCallListId(31), DoNotCallKind.NUMBER, false, true, 1),
          new Never(new DoNotCallListId(32), DoNotCallKind.AREA, false, false, 0));
    }

    String name(long list) {
      return "List " + list;
    }

    ZoneId zone(long list) {
      var zone = OF.get(list);
      if (zone == null) throw new IllegalStateException("no list " + list);
      return zone;
    }
  }

  static final List<BoundList> LISTS =
      List.of(
          new BoundList(new ListId(1), true, 1, 2, List.of(), List.of()),
          new BoundList(new ListId(2), true, 1, 1, List.of(), List.of()));

  /// Minutes of the day on these days of the week (bit 0: Monday); `to` not after `from`: on the
  /// next day.
  record Span(int days, int from, int to, List<NumberKind> kinds) {
    Hours hours() {
      var of = new HashSet<DayOfWeek>();
      for (var day : DayOfWeek.values()) if ((days >> day.ordinal() & 1) == 1) of.add(day);
      return new Hours(of, LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L));
    }
  }

  /// The rules of a campaign, as the simulation says them.
  record Terms(
      List<Span> spans,
      Set<LocalDate> holidays,
      ZoneId centre,
      List<Span> openings,
      int perRecord,
      int perNumber,
      int perDayRecord,
      int perDayNumber,
      boolean safe) {}

  static final List<Disposition> RESULTS =
      List.of(
          result(41, "BAD_RECORD", Kind.FAILURE, true, true),
          result(42, "SALE", Kind.SUCCESS, true, false),
          result(43, "ADD_TO_DNC", Kind.DO_NOT_CALL, true, true),
          result(44, "CALL_BACK_LATER", Kind.CONTINUE, false, false),
          result(45, "NO_ANSWER", Kind.CONTINUE, false, false),
          result(46, "BUSY", Kind.CONTINUE, false, false),
          result(47, "WRONG_NUMBER", Kind.CONTINUE, false, false),
          result(48, "OUT_OF_SERVICE", Kind.CONTINUE, false, false),
          result(49, "CALL_FAILED", Kind.SYSTEM, false, false),
          result(50, "NO_DISPOSITION", Kind.SYSTEM, false, false),
          result(51, "MATCHES_DNC", Kind.SYSTEM, true, false),
          result(52, "NO_NUMBERS_LEFT", Kind.SYSTEM, true, false));

  private static Disposition result(
      long id, String code, Kind kind, boolean last, boolean preview) {
    var scope = new Scope(preview, true, false, true, !last);
    return new Disposition(new DispositionId(id), null, code, null, kind, last, (int) id, scope);
  }

  static String region(String number) {
    for (var area : AREAS) if (number.startsWith(area.beginning())) return area.region();
    throw new IllegalStateException("nowhere: " + number);
  }

  private final SplittableRandom random;
  final Map<Long, Terms> terms = new HashMap<>();
  final Instant begin;
  private long position;

  World(SplittableRandom random) {
    this.random = random;
    var zone = ZONES.get(random.nextInt(ZONES.size()));
    var from = BEGIN.plus(Duration.ofDays(random.nextInt(300)));
    var moved = zone.getRules().nextTransition(from);
    var near = moved == null ? from : moved.getInstant();
    begin = near.minusSeconds(random.nextInt(20_000));
  }

  /// In how many zones the clock was moved meanwhile.
  static long moved(Instant before, Instant now) {
    return ZONES.stream()
        .map(ZoneId::getRules)
        .filter(rules -> !rules.getOffset(before).equals(rules.getOffset(now)))
        .count();
  }

  /// The next instant at which a clock of some customer or of the centre is moved, or an hour of
  /// it ends, a little before or after.
  Instant nextEdge(Instant now) {
    var edges = new TreeSet<Instant>();
    for (var zone : ZONES) {
      var moved = zone.getRules().nextTransition(now);
      if (moved != null && moved.getInstant().isBefore(now.plusSeconds(90_000)))
        edges.add(moved.getInstant());
      edges.add(now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant());
      for (var one : terms.values())
        for (var span : one.spans())
          for (int minute : new int[] {span.from(), span.to(), 0}) {
            var local = now.atZone(zone).toLocalDate().atTime(minute / 60, minute % 60);
            var at = local.atZone(zone).toInstant();
            edges.add(at.isAfter(now) ? at : local.plusDays(1).atZone(zone).toInstant());
          }
    }
    var all = List.copyOf(edges);
    var edge = all.get(random.nextInt(Math.min(3, all.size())));
    var near = edge.plusMillis(random.nextInt(-2, 3) * 1000L);
    return near.isAfter(now) ? near : edge;
  }

  private Span span(Instant now) {
    int days = random.nextInt(4) == 0 ? random.nextInt(1, 128) : 127;
    int here =
        now.atZone(ZONES.get(random.nextInt(ZONES.size()))).toLocalTime().toSecondOfDay() / 60;
    int from =
        random.nextBoolean()
            ? Math.floorMod(here / 30 * 30 - 30 * random.nextInt(0, 5), 1440)
            : 30 * random.nextInt(48);
    int to = Math.floorMod(from + 30 * random.nextInt(1, 40), 1440);
    var kinds = new ArrayList<>(List.of(NumberKind.MOBILE, NumberKind.HOME, NumberKind.WORK));
    if (random.nextInt(3) == 0) kinds.remove(random.nextInt(3));
    return new Span(days, from, to, List.copyOf(kinds));
  }

  private Terms terms(Instant now) {
    var spans = new ArrayList<Span>();
    int most = random.nextInt(30) == 0 ? 0 : random.nextInt(1, 3);
    for (int i = 0; i < most; i++) spans.add(span(now));
    if (random.nextInt(3) == 0)
      spans.add(new Span(127, 0, 0, List.of(NumberKind.HOME, NumberKind.MOBILE)));
    var holidays = new HashSet<LocalDate>();
    if (random.nextInt(6) == 0)
      holidays.add(now.atZone(ZONES.get(0)).toLocalDate().plusDays(random.nextInt(0, 2)));
    var centre = ZONES.get(random.nextInt(ZONES.size()));
    var openings =
        random.nextInt(5) == 0
            ? List.of(new Span(127, 60 * random.nextInt(24), 60 * random.nextInt(24), List.of()))
            : List.<Span>of();
    boolean limited = random.nextInt(4) != 0;
    return new Terms(
        List.copyOf(spans),
        holidays,
        centre,
        openings,
        limited ? random.nextInt(0, 6) : 0,
        limited ? random.nextInt(0, 4) : 0,
        random.nextInt(0, 4),
        random.nextInt(0, 3),
        random.nextBoolean());
  }

  /// A campaign with rules of its own, or the same campaign with others.
  Campaign campaign(long id, Instant now) {
    var made = terms(now);
    terms.put(id, made);
    return new Campaign(
        new CampaignId(id),
        "Campaign " + id,
        Campaign.Mode.PREVIEW,
        CALLS,
        Campaign.State.RUNNING,
        true,
        Duration.ofSeconds(20),
        settings(rules(made)),
        BEGIN);
  }

  private CampaignSettings settings(CampaignRules rules) {
    var usual = CampaignSettings.USUAL;
    return new CampaignSettings(
        rules,
        random.nextInt(4) == 0,
        random.nextInt(5) == 0 ? random.nextInt(1, 60) : 0,
        random.nextInt(8) != 0,
        usual.rejectAllowed(),
        Duration.ofMinutes(random.nextInt(0, 4)),
        random.nextInt(3) == 0 ? random.nextInt(1, 4) : 0,
        usual.skipReasons(),
        new DispositionId(41),
        false,
        false,
        random.nextInt(4) != 0,
        usual.fieldsShown(),
        usual.schedule(),
        usual.help());
  }

  private CampaignRules rules(Terms terms) {
    return new CampaignRules(
        new CallingHours(
            terms.spans().stream().map(one -> new Schedule(one.hours(), one.kinds())).toList(),
            new Holidays(terms.holidays())),
        new CentreHours(
            terms.centre(), terms.openings().stream().map(Span::hours).toList(), Holidays.NONE),
        new Limits(
            terms.perRecord(), terms.perNumber(), terms.perDayRecord(), terms.perDayNumber()),
        random.nextBoolean() ? NumberStrategy.IN_ORDER : NumberStrategy.LEAST_ATTEMPTED,
        dialRules(),
        terms.safe(),
        new PostalZones(Map.of("2898", LORD_HOWE)),
        List.of(),
        Quotas.NONE,
        random.nextBoolean());
  }

  private Map<DispositionId, DialRule> dialRules() {
    var rules = new HashMap<DispositionId, DialRule>();
    for (var result : RESULTS)
      if (!result.last() && random.nextInt(4) != 0)
        rules.put(
            result.id(),
            new DialRule(
                DialRule.Action.values()[random.nextInt(5)],
                Duration.ofMinutes(random.nextInt(0, 30)),
                random.nextInt(3) == 0,
                random.nextInt(1, 3),
                Duration.ofMinutes(random.nextInt(0, 3))));
    return rules;
  }

  /// Where the oracle finds the other zones of a record, by its postal code.
  static @Nullable ZoneId postal(@Nullable String code) {
    return code != null && code.startsWith("2898") ? LORD_HOWE : null;
  }

  /// A new record of a list; `id` is its place too.
  CallingRecord record(Instant now) {
    long id = 1000 + ++position;
    return record(id, 1 + random.nextInt(2), now);
  }

  /// The same record, as another import brings it.
  CallingRecord again(CallingRecord before, Instant now) {
    return record(before.id().value(), before.list().value(), now);
  }

  private CallingRecord record(long id, long list, Instant now) {
    var numbers = new ArrayList<RecordNumber>();
    int most = random.nextInt(1, 4);
    for (int i = 1; i <= most; i++) numbers.add(number(i));
    return new CallingRecord(
        new RecordId(id),
        new ListId(list),
        id,
        "Customer " + id,
        null,
        null,
        Map.of(),
        numbers,
        random.nextInt(3) == 0 ? ZONES.get(random.nextInt(ZONES.size())) : null,
        random.nextInt(4) == 0 ? "2898" : null,
        null,
        random.nextInt(6) == 0 ? 1 : 0,
        null,
        random.nextInt(10) == 0 ? now.plusSeconds(random.nextInt(120)) : null,
        random.nextInt(6) == 0 ? now.plusSeconds(random.nextInt(7200)) : null,
        BEGIN);
  }

  private RecordNumber number(int position) {
    var digits = number();
    var zone = random.nextInt(6) == 0 ? ZONES.get(random.nextInt(ZONES.size())) : null;
    var kind = NumberKind.values()[random.nextInt(NumberKind.values().length)];
    return new RecordNumber(position, kind, digits, region(digits), zone);
  }

  /// Of few, so that customers share them.
  String number() {
    int at = random.nextInt(AREAS.size());
    var digits = new StringBuilder(AREAS.get(at).beginning());
    for (int i = 0; i < MORE[at]; i++) digits.append(i + 1 == MORE[at] ? random.nextInt(4) : 2);
    return digits.toString();
  }
}
