package org.hiwar.campaign.preview;

import java.math.BigDecimal;
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
import java.util.Objects;
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
import org.hiwar.campaign.rule.DialRule;
import org.hiwar.campaign.rule.Limits;
import org.hiwar.campaign.rule.NumberKind;
import org.hiwar.campaign.rule.NumberStrategy;
import org.hiwar.campaign.rule.PostalZones;
import org.hiwar.campaign.rule.Quota;
import org.hiwar.campaign.rule.Quotas;
import org.hiwar.campaign.rule.Schedule;
import org.hiwar.workspace.Disposition;
import org.hiwar.workspace.Disposition.Kind;
import org.hiwar.workspace.Disposition.Scope;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.hours.CentreHours;
import org.hiwar.workspace.hours.Holidays;
import org.hiwar.workspace.hours.Hours;
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
  private static final List<String> CITIES = List.of("حلب", "حمص");
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

  /// So many successes of a list are enough: of records with a company in this city, or of this
  /// age; of all when both are absent.
  record Enough(@Nullable String city, @Nullable Integer from, @Nullable Integer to, int most) {}

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
      boolean safe,
      List<Enough> quotas) {}

  static final List<Disposition> RESULTS =
      List.of(
          result(41, "BAD_RECORD", Kind.FAILURE, true, true),
          result(42, "SALE", Kind.SUCCESS, true, true),
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
    return new Disposition(
        new DispositionId(id), Set.of(), code, null, kind, last, (int) id, scope);
  }

  static String region(String number) {
    for (var area : AREAS) if (number.startsWith(area.beginning())) return area.region();
    throw new IllegalStateException("nowhere: " + number);
  }

  private final SplittableRandom random;
  private final SplittableRandom quotas;
  final Map<Long, Terms> terms = new HashMap<>();
  final Instant begin;
  private final Map<Long, Long> lists = new HashMap<>();
  private long position;

  World(SplittableRandom random) {
    this.random = random;
    var zone = ZONES.get(random.nextInt(ZONES.size()));
    var from = BEGIN.plus(Duration.ofDays(random.nextInt(300)));
    var moved = zone.getRules().nextTransition(from);
    var near = moved == null ? from : moved.getInstant();
    begin = near.minusSeconds(random.nextInt(20_000));
    quotas = new SplittableRandom(begin.getEpochSecond());
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
        random.nextBoolean(),
        enough());
  }

  /// Half of the campaigns have none.
  private List<Enough> enough() {
    var all = new ArrayList<Enough>();
    for (int left = quotas.nextInt(4) - 1; left > 0; left--) {
      int most = quotas.nextInt(1, 3);
      int from = quotas.nextInt(20, 40);
      all.add(
          switch (quotas.nextInt(3)) {
            case 0 -> new Enough(null, null, null, most);
            case 1 -> new Enough(CITIES.get(quotas.nextInt(2)), null, null, most);
            default -> new Enough(null, from, from + 20, most);
          });
    }
    return List.copyOf(all);
  }

  private static Quota quota(Enough one) {
    if (one.city() != null) return new Quota.OfValue("company", one.city(), one.most());
    if (one.from() == null || one.to() == null)
      return one.most() == 1
          ? new Quota.OfAll(one.most())
          : new Quota.OfDisposition(new DispositionId(42), one.most());
    return new Quota.OfRange(
        "age", BigDecimal.valueOf(one.from()), BigDecimal.valueOf(one.to()), one.most());
  }

  /// Of a record, by its id: in which city its company is and how old the customer, whatever an
  /// import brings.
  static String city(long record) {
    return CITIES.get((int) (record % 2));
  }

  static int age(long record) {
    return 20 + (int) (record * 7 % 40);
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
        new Quotas(terms.quotas().stream().map(World::quota).toList()),
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
    lists.put(id, list);
    return new CallingRecord(
        new RecordId(id),
        new ListId(list),
        id,
        "Customer " + id,
        null,
        city(id),
        Map.of("age", Integer.toString(age(id))),
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

  /// Of a record, though it may have left it.
  long list(long record) {
    return Objects.requireNonNull(lists.get(record));
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
