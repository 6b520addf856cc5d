package org.hiwar.campaign.preview;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.QuotaCounts;
import org.hiwar.campaign.list.CallingRecord;
import org.hiwar.campaign.preview.Standing.Status;
import org.hiwar.campaign.preview.Tables.Held;
import org.hiwar.campaign.preview.Tables.InCampaign;
import org.hiwar.floor.core.Event.WorkOffered;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.core.WorkRow;
import org.hiwar.floor.core.WorkState;
import org.hiwar.floor.store.Batch;
import org.hiwar.floor.store.FakeFloorStore;
import org.hiwar.floor.store.FloorStore;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.WorkspaceId;

/// Everything in memory, looked at by a [Witness].
final class MemoryGround implements Ground {
  private static final WorkspaceId WORKSPACE = new WorkspaceId(7);
  private static final Connection CONNECTION =
      (Connection)
          Proxy.newProxyInstance(
              MemoryGround.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (_, method, _) -> {
                throw new IllegalStateException("the tables are in memory: " + method);
              });

  final Tables tables;
  private final World.Lists lists = new World.Lists();
  private final MemoryDatabase database;
  private final MemoryRows rows;
  private final Clock clock;
  private final Ids ids;
  private final RecordFault fault;
  private final FloorRows floor;

  MemoryGround(
      Witness witness,
      World world,
      MemoryDatabase.Around around,
      Clock clock,
      Ids ids,
      RecordFault fault) {
    this.tables = new Tables(witness::committed);
    this.database = new MemoryDatabase(tables, around);
    this.rows = new MemoryRows(tables, database, World.LISTS, World.RESULTS);
    this.clock = clock;
    this.ids = ids;
    this.fault = fault;
    this.floor = new FloorRows(clock);
    witness.looksAt(tables, new Law(tables, lists, world));
  }

  @Override
  public WorkspaceId workspace() {
    return WORKSPACE;
  }

  @Override
  public Stores stores() {
    var never = fault.never(tables, lists, clock);
    var records = fault.records(database, tables);
    var successes = fault.successes(tables);
    return new Stores(
        database,
        new MemoryRows.Campaigns(database, tables),
        rows.bound,
        rows.dispositions,
        never,
        fault.candidates(
            tables, lists, records, never, new QuotaCounts(new MemorySuccessStore(tables))),
        fault.hopper(rows),
        fault.previews(database, rows, ids),
        fault.attempts(database, rows),
        fault.fates(rows),
        successes,
        new MemoryParts(rows));
  }

  @Override
  public FloorStore floor(PreviewParts parts, PreviewGuard guard) {
    var statements = fault.parts(rows);
    return new FloorOf(parts, fault.asks() ? guard : null, statements);
  }

  /// The rows of the floor, one for all processes.
  private static final class FloorRows extends FakeFloorStore {
    final Map<WorkId, WorkRow> open = new HashMap<>();

    FloorRows(Clock clock) {
      super(clock::instant, _ -> false);
    }

    boolean isNext(Batch batch) {
      return fits(batch);
    }

    void note(Batch batch) {
      for (var row : batch.work())
        if (row.state() instanceof WorkState.Ended) open.remove(row.work().id());
        else open.put(row.work().id(), row);
    }
  }

  private static final class Stopped extends RuntimeException {
    Stopped(Exception why) {
      super(why);
    }
  }

  private final class FloorOf implements FloorStore {
    private final PreviewParts parts;
    private final org.hiwar.floor.@org.jspecify.annotations.Nullable Guard guard;
    private final MemoryParts statements;

    FloorOf(
        PreviewParts parts,
        org.hiwar.floor.@org.jspecify.annotations.Nullable Guard guard,
        MemoryParts statements) {
      this.parts = parts;
      this.guard = guard;
      this.statements = statements;
    }

    @Override
    public Tenure takeOver() throws Unavailable {
      return floor.takeOver();
    }

    @Override
    public Set<WorkId> commit(Batch batch) throws Fenced, Unavailable, Refused {
      var made =
          batch.events().isEmpty() ? List.<SqlPart>of() : parts.of(WORKSPACE, batch.events());
      if (!floor.isNext(batch)) throw new Fenced();
      try {
        return tables.in(() -> guarded(batch, made));
      } catch (Tables.Duplicate e) {
        throw new Refused(e);
      } catch (Stopped e) {
        switch (e.getCause()) {
          case Fenced fenced -> throw fenced;
          case Unavailable unavailable -> throw unavailable;
          case Refused refused -> throw refused;
          case null, default -> throw e;
        }
      }
    }

    private Set<WorkId> guarded(Batch batch, List<SqlPart> made) {
      var offers = new ArrayList<WorkOffered>();
      for (var event : batch.events())
        if (event instanceof WorkOffered offer && offer.medium() == Medium.PREVIEW)
          offers.add(offer);
      try {
        if (guard != null && !offers.isEmpty()) {
          var refused = guard.refuses(CONNECTION, WORKSPACE, offers);
          if (!refused.isEmpty()) return refused;
        }
        statements.run(made);
        tables.unique();
        var refused = floor.commit(batch);
        if (refused.isEmpty()) floor.note(batch);
        return refused;
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new Stopped(e);
      }
    }

    @Override
    public Stored load() throws Unavailable {
      return floor.load();
    }

    @Override
    public java.util.Optional<org.hiwar.floor.core.Answer> answer(String key) throws Unavailable {
      return floor.answer(key);
    }

    @Override
    public void close() {}
  }

  @Override
  public void set(Campaign campaign, boolean fresh) {
    tables.in(
        () -> {
          var now = clock.instant();
          tables.campaigns.put(campaign.id().value(), campaign);
          if (fresh) return true;
          for (var k : List.copyOf(tables.held.all().values()))
            if (k.campaign() == campaign.id().value()
                && k.aside()
                && k.notBefore() != null
                && k.notBefore().isAfter(now)
                && (k.status() == Status.WAITING || k.status() == Status.RESCHEDULED))
              rows.fate(
                  k.campaign(),
                  k.record(),
                  f -> {
                    f.notBefore = now;
                    f.aside = false;
                  });
          return true;
        });
  }

  @Override
  public void set(Campaign campaign, Campaign.State state) {
    var c = tables.campaigns.require(campaign.id().value());
    tables.in(
        () -> {
          tables.campaigns.put(
              c.id().value(),
              new Campaign(
                  c.id(),
                  c.name(),
                  c.mode(),
                  c.calls(),
                  state,
                  c.enabled(),
                  c.offer(),
                  c.settings(),
                  c.createdAt()));
          return true;
        });
  }

  @Override
  public void bring(CallingRecord record) {
    tables.in(
        () -> {
          tables.records.put(record.id().value(), record);
          for (var campaign : tables.campaigns.all().values())
            tables.held.put(
                new InCampaign(campaign.id().value(), record.id().value()),
                fresh(campaign, record));
          return true;
        });
  }

  private static Held fresh(Campaign campaign, CallingRecord record) {
    return new Held(
        campaign.id().value(),
        record.id().value(),
        record.list().value(),
        Status.AVAILABLE,
        record.position(),
        record.priority(),
        record.callAt(),
        null,
        null,
        null,
        null,
        0,
        0,
        null,
        null,
        false);
  }

  @Override
  public void replace(CallingRecord record) {
    tables.in(
        () -> {
          tables.records.put(record.id().value(), record);
          for (var k : List.copyOf(tables.held.all().values()))
            if (k.record() == record.id().value()
                && k.status() == Status.AVAILABLE
                && k.attempts() == 0
                && k.skips() == 0
                && (k.priority() != record.priority()
                    || !java.util.Objects.equals(k.notBefore(), record.callAt())))
              rows.fate(
                  k.campaign(),
                  k.record(),
                  f -> {
                    f.priority = record.priority();
                    f.notBefore = record.callAt();
                    f.onlyAgent = null;
                  });
          return true;
        });
  }

  @Override
  public void leave(CallingRecord record) {
    tables.in(
        () -> {
          boolean stays = false;
          for (var k : List.copyOf(tables.held.all().values())) {
            if (k.record() != record.id().value()) continue;
            if (k.status() == Status.HANDED) stays = true;
            else {
              tables.held.remove(new InCampaign(k.campaign(), k.record()));
              for (var s : List.copyOf(tables.stopped.all().entrySet()))
                if (s.getValue().record() == k.record() && s.getValue().campaign() == k.campaign())
                  tables.stopped.remove(s.getKey());
            }
          }
          if (!stays) tables.records.remove(record.id().value());
          return true;
        });
  }

  @Override
  public void forbid(World.Never list, String value) {
    tables.in(
        () -> {
          new MemoryDoNotCallStore(tables, lists, clock).forbid(list, value, clock.instant());
          return true;
        });
  }

  @Override
  public List<String> digest() {
    var lines = new ArrayList<String>();
    add(lines, tables.held.all().values());
    add(lines, tables.previews.all().values());
    add(lines, tables.attempts.all().values());
    add(lines, tables.stopped.all().values());
    add(lines, tables.forbidden.all().values());
    add(lines, tables.events.all().values());
    add(lines, tables.successes.all().values());
    lines.sort(String::compareTo);
    return lines;
  }

  private static void add(List<String> lines, Collection<?> rows) {
    for (var row : rows) lines.add(row.toString());
  }

  /// What the floor's rows say that agents and queue have.
  Map<WorkId, WorkRow> onTheFloor() {
    return floor.open;
  }

  Set<Long> openPreviews() {
    var open = new HashSet<Long>();
    for (var p : tables.previews.all().values()) if (p.open()) open.add(p.id());
    return open;
  }

  Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {}
}
