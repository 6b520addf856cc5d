package org.hiwar.campaign.preview;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.hiwar.campaign.list.CallingRecord;
import org.hiwar.campaign.list.RecordNumber;
import org.hiwar.campaign.preview.World.Span;
import org.hiwar.campaign.preview.World.Terms;
import org.hiwar.campaign.rule.NumberKind;
import org.jspecify.annotations.Nullable;

/// Whether a number may be called, by arithmetic of its own: seconds since 1970 and the offset of
/// the customer's zone, and counts over the attempts as they were made. It calls nothing of what it
/// judges.
final class Law {
  private static final int DAY = 86_400;
  private static final Long SALE = 42L;
  private final Tables tables;
  private final World.Lists lists;
  private final World world;

  Law(Tables tables, World.Lists lists, World world) {
    this.tables = tables;
    this.lists = lists;
    this.world = world;
  }

  private Terms terms(long campaign) {
    return Objects.requireNonNull(world.terms.get(campaign));
  }

  private static long local(Instant at, ZoneId zone) {
    return at.getEpochSecond() + zone.getRules().getOffset(at).getTotalSeconds();
  }

  /// The first of January 1970 was a Thursday.
  private static int weekday(long day) {
    return (int) Math.floorMod(day + 3, 7L);
  }

  private static boolean within(Span span, long local) {
    long day = Math.floorDiv(local, DAY);
    int second = (int) Math.floorMod(local, (long) DAY);
    int from = span.from() * 60;
    int to = span.to() * 60;
    boolean today = (span.days() >> weekday(day) & 1) == 1;
    if (from < to) return today && from <= second && second < to;
    return today && second >= from || (span.days() >> weekday(day - 1) & 1) == 1 && second < to;
  }

  private static boolean inHours(Terms terms, NumberKind kind, Instant at, ZoneId zone) {
    long local = local(at, zone);
    for (var day : terms.holidays())
      if (day.toEpochDay() == Math.floorDiv(local, DAY)) return false;
    for (var span : terms.spans())
      if (span.kinds().contains(kind) && within(span, local)) return true;
    return false;
  }

  private Set<ZoneId> zones(
      Terms terms, CallingRecord record, String number, @Nullable ZoneId own) {
    if (own != null) return Set.of(own);
    if (record.zone() != null) return Set.of(record.zone());
    var zones = new HashSet<ZoneId>();
    for (var area : World.AREAS) if (number.startsWith(area.beginning())) zones.add(area.zone());
    if (zones.isEmpty()) zones.add(lists.zone(record.list().value()));
    var postal = World.postal(record.postalCode());
    if (terms.safe() && postal != null) zones.add(postal);
    return zones;
  }

  private boolean forbidden(CallingRecord record, String number, Instant at) {
    for (var list : lists.never())
      for (var entry : tables.forbidden.all().values()) {
        if (entry.list() != list.id().value()) continue;
        if (entry.expires() != null && !entry.expires().isAfter(at)) continue;
        if (number.startsWith(entry.value())) return true;
        if (list.whole()
            && record.numbers().stream().anyMatch(n -> n.number().startsWith(entry.value())))
          return true;
      }
    return false;
  }

  private long count(
      long campaign, long record, @Nullable String number, @Nullable Long day, long but) {
    var centre = terms(campaign).centre();
    return tables.attempts.all().values().stream()
        .filter(a -> a.id() != but && a.campaign() == campaign && a.record() == record)
        .filter(a -> !Objects.equals(a.applied(), "RETRY"))
        .filter(a -> number == null || a.number().equals(number))
        .filter(a -> day == null || Math.floorDiv(local(a.startedAt(), centre), DAY) >= day)
        .count();
  }

  private static boolean full(int limit, long count) {
    return limit > 0 && count >= limit;
  }

  /// Whether a number is at the end of what may be called of it, whatever hour it is. `but`: an
  /// attempt that does not count; 0: none.
  private boolean usedUp(long campaign, CallingRecord record, String number, long but) {
    var terms = terms(campaign);
    return full(terms.perRecord(), count(campaign, record.id().value(), null, null, but))
        || full(terms.perNumber(), count(campaign, record.id().value(), number, null, but));
  }

  private boolean expired(CallingRecord record, Instant at) {
    return record.expiresAt() != null && !record.expiresAt().isAfter(at);
  }

  private boolean stopped(long campaign, long record, int position) {
    return tables.stopped.all().values().stream()
        .anyMatch(
            s -> s.campaign() == campaign && s.record() == record && s.position() == position);
  }

  /// Why a number of a record may not be called now, whose agent sees it so; null: it may.
  /// `position` 0: an agent gave it.
  @Nullable String against(
      long campaign, CallingRecord record, int position, String number, Instant at, long but) {
    long id = record.id().value();
    var of =
        record.numbers().stream().filter(n -> n.position() == position).findFirst().orElse(null);
    if (position != 0 && (of == null || !of.number().equals(number)))
      return "the record has no such number";
    var terms = terms(campaign);
    if (expired(record, at)) return "expired";
    if (position != 0 && stopped(campaign, id, position)) return "stopped";
    if (forbidden(record, number, at)) return "do not call";
    if (usedUp(campaign, record, number, but)) return "attempts";
    if (enough(campaign, id)) return "its quota is met";
    long day = Math.floorDiv(local(at, terms.centre()), DAY);
    if (full(terms.perDayRecord(), count(campaign, id, null, day, but))) return "attempts today";
    if (full(terms.perDayNumber(), count(campaign, id, number, day, but))) return "attempts today";
    long here = local(at, terms.centre());
    if (!terms.openings().isEmpty() && terms.openings().stream().noneMatch(s -> within(s, here)))
      return "the centre is closed";
    var kind = of == null ? NumberKind.OTHER : of.kind();
    for (var zone : zones(terms, record, number, of == null ? null : of.zone()))
      if (!inHours(terms, kind, at, zone)) return "outside hours in " + zone;
    return null;
  }

  /// Whether a quota under which the record falls is met: counted over the results as they were
  /// given, in calls and without, each record once.
  boolean enough(long campaign, long record) {
    for (var quota : terms(campaign).quotas())
      if (isOf(quota, record)
          && successes(campaign).stream()
                  .filter(other -> world.list(other) == world.list(record) && isOf(quota, other))
                  .count()
              >= quota.most()) return true;
    return false;
  }

  private static boolean isOf(World.Enough quota, long record) {
    if (quota.city() != null) return quota.city().equals(World.city(record));
    if (quota.from() == null || quota.to() == null) return true;
    int age = World.age(record);
    return quota.from() <= age && age <= quota.to();
  }

  private Set<Long> successes(long campaign) {
    var records = new HashSet<Long>();
    for (var a : tables.attempts.all().values())
      if (a.campaign() == campaign
          && Objects.equals(a.disposition(), SALE)
          && !Objects.equals(a.applied(), "NEXT_NUMBER")) records.add(a.record());
    for (var event : tables.events.all().values())
      if (event.campaign() == campaign
          && event.kind().equals("COMPLETED")
          && Objects.equals(event.disposition(), SALE)) records.add(event.record());
    return records;
  }

  boolean mayOffer(long campaign, long id, Instant at) {
    var record = tables.records.get(id);
    if (record == null) return false;
    for (RecordNumber n : record.numbers())
      if (against(campaign, record, n.position(), n.number(), at, 0) == null) return true;
    return false;
  }

  /// Whether some number may be called at some time, if the hours are set so.
  boolean anyEver(long campaign, long id, Instant at) {
    var record = tables.records.get(id);
    if (record == null || expired(record, at)) return false;
    for (var n : record.numbers())
      if (!stopped(campaign, id, n.position())
          && !forbidden(record, n.number(), at)
          && !usedUp(campaign, record, n.number(), 0)) return true;
    return false;
  }

  /// Of each number why not, for whoever reads a failure.
  String reasons(long campaign, long id, Instant at) {
    var record = tables.records.get(id);
    if (record == null) return " there is no record";
    var reasons = new StringBuilder(" at " + at + ", " + terms(campaign));
    for (var n : record.numbers())
      reasons
          .append("; ")
          .append(n)
          .append(' ')
          .append(against(campaign, record, n.position(), n.number(), at, 0));
    return reasons.toString();
  }
}
