package org.hiwar.campaign.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hiwar.workspace.hours.Hours;
import org.jspecify.annotations.Nullable;

/// The instants at which a verdict may change by the passing of time alone, in order: where the
/// hours of somebody begin or end by some clock on the wall, at midnights, and where a zone moves
/// its clocks. More than needed is no harm, one too few would be.
final class Boundaries {
  /// How far ahead is looked; beyond it nothing is said.
  static final Duration HORIZON = Duration.ofDays(15);

  private static final Duration STRIDE = Duration.ofDays(1);

  private final Set<ZoneId> customers = new HashSet<>();
  private final Set<LocalTime> ofCustomers = new TreeSet<>();
  private final ZoneId centre;
  private final Set<LocalTime> ofCentre = new TreeSet<>();
  private final @Nullable Instant expiry;

  Boundaries(CampaignRules rules, List<FoundZone> zones, @Nullable Instant expiry) {
    this.centre = rules.centre().zone();
    this.expiry = expiry;
    for (var zone : zones) customers.addAll(zone.all());
    rules.hours().schedules().forEach(schedule -> add(schedule.hours(), ofCustomers));
    rules.localRules().forEach(law -> law.hours().forEach(hours -> add(hours, ofCustomers)));
    rules.centre().openings().forEach(hours -> add(hours, ofCentre));
    ofCustomers.add(LocalTime.MIDNIGHT);
    ofCentre.add(LocalTime.MIDNIGHT);
  }

  private static void add(Hours hours, Set<LocalTime> times) {
    times.add(hours.from());
    times.add(hours.to());
  }

  Iterable<Instant> after(Instant start) {
    return () -> instants(start);
  }

  private Iterator<Instant> instants(Instant start) {
    return Stream.iterate(start, at -> at.isBefore(start.plus(HORIZON)), at -> at.plus(STRIDE))
        .flatMap(at -> within(at, at.plus(STRIDE)).stream())
        .iterator();
  }

  /// After `from`, up to `to`.
  private TreeSet<Instant> within(Instant from, Instant to) {
    var found = new TreeSet<Instant>();
    for (var zone : customers) collect(zone, ofCustomers, from, to, found);
    collect(centre, ofCentre, from, to, found);
    if (expiry != null) found.add(expiry);
    found.removeIf(at -> !at.isAfter(from) || at.isAfter(to));
    return found;
  }

  private static void collect(
      ZoneId zone, Set<LocalTime> times, Instant from, Instant to, Set<Instant> into) {
    var last = LocalDate.ofInstant(to, zone);
    for (var day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1))
      for (var time : times) instants(day.atTime(time), zone, into);
    var move = zone.getRules().nextTransition(from);
    if (move != null) into.add(move.getInstant());
  }

  /// Twice where the clock is put back; where it is put forward over the time, none: what begins
  /// there begins when the clock moves.
  private static void instants(LocalDateTime local, ZoneId zone, Set<Instant> into) {
    for (var offset : zone.getRules().getValidOffsets(local)) into.add(local.toInstant(offset));
  }
}
