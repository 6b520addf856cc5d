package org.hiwar.campaign.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.preview.Standing.Status;
import org.hiwar.campaign.preview.Tables.Held;
import org.hiwar.campaign.preview.Tables.InCampaign;
import org.hiwar.campaign.preview.Tables.Shown;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the statements of [HopperStore] do, on tables in memory.
class MemoryHopperStore extends HopperStore {
  private final MemoryRows rows;
  private final Tables tables;

  MemoryHopperStore(MemoryRows rows) {
    this.rows = rows;
    this.tables = rows.tables;
  }

  private List<Held> those(Of of, Predicate<Held> which, Comparator<Held> order, int most) {
    if (most <= 0) return List.of();
    return tables.held.all().values().stream()
        .filter(k -> k.campaign() == of.campaign().value())
        .filter(which)
        .sorted(order)
        .limit(most)
        .toList();
  }

  private static Comparator<Held> soonest() {
    return Comparator.comparing((Held k) -> due(k)).thenComparing(Held::record);
  }

  private static Instant due(Held k) {
    var at = k.notBefore();
    return at == null ? Instant.MIN : at;
  }

  private static boolean has(@Nullable Instant at, Instant now) {
    return at != null && !at.isAfter(now);
  }

  @Override
  void due(JdbcClient db, Of of, Instant now) {
    var come =
        those(
            of,
            k ->
                (k.status() == Status.AVAILABLE || k.status() == Status.WAITING)
                        && has(k.notBefore(), now)
                    || k.status() == Status.RESCHEDULED && has(k.until(), now),
            soonest(),
            PreviewLimits.DUE);
    for (var k : come)
      tables.held.put(
          new InCampaign(k.campaign(), k.record()),
          new Held(
              k.campaign(),
              k.record(),
              k.list(),
              Status.AVAILABLE,
              k.sort(),
              k.priority(),
              null,
              null,
              null,
              k.status() == Status.RESCHEDULED ? null : k.onlyAgent(),
              k.avoidAgent(),
              k.skips(),
              k.attempts(),
              k.disposition(),
              k.result(),
              false));
  }

  private static boolean mayHave(Held k, Collection<UserId> ready) {
    var only = k.onlyAgent();
    return only == null || ready.contains(new UserId(only));
  }

  @Override
  List<RecordId> promised(JdbcClient db, Of of, Collection<UserId> here, Instant now, int most) {
    var free = new HashSet<>(here);
    for (var p : tables.previews.all().values())
      if (p.campaign() == of.campaign().value() && p.state().equals("QUEUED")) {
        var k = tables.held.require(new InCampaign(p.campaign(), p.record()));
        var only = k.onlyAgent();
        if (only != null && k.until() != null) free.remove(new UserId(only));
      }
    return ids(
        those(
            of,
            k ->
                k.status() == Status.RESCHEDULED
                    && has(k.notBefore(), now)
                    && !has(k.until(), now)
                    && mayHave(k, free)
                    && rows.enabled(k.campaign(), k.list()),
            soonest(),
            most));
  }

  @Override
  List<RecordId> prior(JdbcClient db, Of of, ListId list, Collection<UserId> ready, int most) {
    return ids(
        those(
            of,
            k -> k.priority() > 0 && mayGo(k, list, ready),
            Comparator.comparing((Held k) -> -k.priority()).thenComparing(Held::sort),
            most));
  }

  @Override
  List<RecordId> ordinary(JdbcClient db, Of of, ListId list, Collection<UserId> ready, int most) {
    return ids(
        those(
            of,
            k -> k.priority() == 0 && mayGo(k, list, ready),
            Comparator.comparing(Held::sort),
            most));
  }

  private static boolean mayGo(Held k, ListId list, Collection<UserId> ready) {
    return k.list() == list.value()
        && k.status() == Status.AVAILABLE
        && k.notBefore() == null
        && mayHave(k, ready);
  }

  private static List<RecordId> ids(List<Held> found) {
    var ids = new ArrayList<RecordId>();
    for (var k : found) ids.add(new RecordId(k.record()));
    return ids;
  }

  @Override
  void hand(JdbcClient db, Of of, List<Handed> claimed) {
    for (var one : claimed) hand(of, one.record(), one.preview(), one.at());
  }

  private void hand(Of of, RecordId record, PreviewId preview, Instant now) {
    rows.fate(of.campaign().value(), record.value(), f -> f.status = Status.HANDED);
    rows.fate(of.campaign().value(), record.value(), f -> f.aside = false);
    tables.previews.put(
        preview.value(),
        new Shown(
            preview.value(),
            of.campaign().value(),
            record.value(),
            "QUEUED",
            null,
            now,
            null,
            null,
            false,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            false));
  }

  @Override
  void wait(JdbcClient db, Of of, RecordId record, Instant until, Instant now) {
    rows.fate(
        of.campaign().value(),
        record.value(),
        f -> {
          f.notBefore = until;
          f.aside = true;
          if (f.status != Status.RESCHEDULED) f.status = Status.WAITING;
        });
  }

  @Override
  void end(
      JdbcClient db,
      Of of,
      RecordId record,
      String result,
      @Nullable String disposition,
      Instant now) {
    rows.fate(
        of.campaign().value(),
        record.value(),
        f -> {
          f.status = Status.FINAL;
          f.notBefore = null;
          f.until = null;
          f.result = result;
          if (disposition != null) f.disposition = rows.dispositions.ofCode(disposition);
        });
  }
}
