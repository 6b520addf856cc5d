package org.hiwar.campaign.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hiwar.campaign.BoundList;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.CampaignListStore;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.QuotaCounts;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.list.CallingRecord;
import org.hiwar.campaign.list.RecordStore;
import org.hiwar.campaign.preview.Tables.Held;
import org.hiwar.campaign.preview.Tables.InCampaign;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.Disposition;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Everything that stores of a simulated process read and write, in memory.
final class MemoryRows {
  final Tables tables;
  final Bound bound;
  final Results dispositions;

  MemoryRows(Tables tables, Database database, List<BoundList> lists, List<Disposition> results) {
    this.tables = tables;
    this.bound = new Bound(database, lists);
    this.dispositions = new Results(database, results);
  }

  boolean enabled(long campaign, long list) {
    return bound.lists.stream().anyMatch(one -> one.list().value() == list && one.enabled());
  }

  long attemptsOf(long preview) {
    return tables.attempts.all().values().stream().filter(a -> a.preview() == preview).count();
  }

  void fate(RecordFateStore.Row row, Consumer<Fate> how) {
    fate(row.campaign().value(), row.record().value(), how);
  }

  void fate(long campaign, long record, Consumer<Fate> how) {
    tables.held.change(
        new InCampaign(campaign, record),
        row -> {
          var fate = new Fate(row);
          how.accept(fate);
          return fate.row();
        });
  }

  /// A row of campaign_record that is being changed.
  static final class Fate {
    private final Held before;
    Standing.Status status;
    int priority;
    @Nullable Instant notBefore;
    @Nullable Instant until;
    @Nullable String number;
    @Nullable Long onlyAgent;
    @Nullable Long avoidAgent;
    int skips;
    int attempts;
    @Nullable Long disposition;
    @Nullable String result;
    boolean aside;

    Fate(Held row) {
      before = row;
      status = row.status();
      priority = row.priority();
      notBefore = row.notBefore();
      until = row.until();
      number = row.number();
      onlyAgent = row.onlyAgent();
      avoidAgent = row.avoidAgent();
      skips = row.skips();
      attempts = row.attempts();
      disposition = row.disposition();
      result = row.result();
      aside = row.aside();
    }

    Held row() {
      return new Held(
          before.campaign(),
          before.record(),
          before.list(),
          status,
          before.sort(),
          priority,
          notBefore,
          until,
          number,
          onlyAgent,
          avoidAgent,
          skips,
          attempts,
          disposition,
          result,
          aside);
    }
  }

  /// Campaigns.
  static final class Campaigns extends CampaignStore {
    private final Database database;
    private final Tables tables;

    Campaigns(Database database, Tables tables) {
      super(database, new ServiceStore(database), JsonMapper.shared());
      this.database = database;
      this.tables = tables;
    }

    @Override
    public Optional<Campaign> find(WorkspaceId workspace, CampaignId campaign) {
      return database.in(
          workspace.value(), _ -> Optional.ofNullable(tables.campaigns.get(campaign.value())));
    }

    @Override
    public List<Campaign> all(WorkspaceId workspace) {
      return database.in(workspace.value(), _ -> List.copyOf(tables.campaigns.all().values()));
    }
  }

  /// Lists of campaigns: every campaign has the same.
  static final class Bound extends CampaignListStore {
    private final Database database;
    final List<BoundList> lists;

    Bound(Database database, List<BoundList> lists) {
      super(database, JsonMapper.shared());
      this.database = database;
      this.lists = lists;
    }

    @Override
    public List<BoundList> of(WorkspaceId workspace, CampaignId campaign) {
      return database.in(workspace.value(), _ -> lists);
    }
  }

  static final class Results extends DispositionStore {
    private final Database database;
    private final List<Disposition> all;

    Results(Database database, List<Disposition> all) {
      super(database);
      this.database = database;
      this.all = all;
    }

    @Override
    public Optional<Disposition> find(WorkspaceId workspace, DispositionId disposition) {
      return database.in(
          workspace.value(),
          _ -> all.stream().filter(one -> one.id().equals(disposition)).findFirst());
    }

    @Override
    public List<Disposition> all(WorkspaceId workspace) {
      return database.in(workspace.value(), _ -> all);
    }

    long ofCode(String code) {
      return all.stream()
          .filter(one -> code.equals(one.code()))
          .findFirst()
          .orElseThrow()
          .id()
          .value();
    }
  }

  /// Records as the list has them.
  static class Records extends RecordStore {
    private final Tables tables;

    Records(Database database, Tables tables) {
      super(database);
      this.tables = tables;
    }

    @Override
    public List<CallingRecord> find(
        JdbcClient db, WorkspaceId workspace, Collection<RecordId> ids) {
      var found = new ArrayList<CallingRecord>();
      for (var id : new HashSet<>(ids)) {
        var record = tables.records.get(id.value());
        if (record != null) found.add(record);
      }
      return found;
    }
  }

  /// What decides whether records may be called.
  static class Candidates extends CandidateStore {
    private final Tables tables;
    private final World.Lists lists;

    Candidates(
        Tables tables,
        World.Lists lists,
        RecordStore records,
        MemoryDoNotCallStore never,
        QuotaCounts quotas) {
      super(records, never, quotas);
      this.tables = tables;
      this.lists = lists;
    }

    @Override
    Map<RecordId, Listed> listed(
        JdbcClient db, WorkspaceId workspace, CampaignId campaign, long[] ids) {
      var all = new HashMap<RecordId, Listed>();
      for (var id : ids) {
        var k = tables.held.get(new InCampaign(campaign.value(), id));
        if (k != null)
          all.put(
              new RecordId(id),
              new Listed(standing(k), lists.name(k.list()), lists.zone(k.list())));
      }
      return all;
    }

    private static Standing standing(Held k) {
      return new Standing(
          new RecordId(k.record()),
          new org.hiwar.campaign.ListId(k.list()),
          k.status(),
          k.priority(),
          k.notBefore(),
          k.until(),
          k.number(),
          k.onlyAgent() == null ? null : new UserId(k.onlyAgent()),
          k.avoidAgent() == null ? null : new UserId(k.avoidAgent()),
          k.skips(),
          k.attempts(),
          k.result());
    }

    @Override
    Map<RecordId, Set<Integer>> stopped(
        JdbcClient db, WorkspaceId workspace, CampaignId campaign, long[] ids) {
      var all = new HashMap<RecordId, Set<Integer>>();
      for (var one : tables.stopped.all().values())
        for (var id : ids)
          if (one.campaign() == campaign.value() && one.record() == id)
            all.computeIfAbsent(new RecordId(id), _ -> new HashSet<>()).add(one.position());
      return all;
    }

    @Override
    Map<Key, Count> counts(
        JdbcClient db, WorkspaceId workspace, CampaignId campaign, long[] ids, Instant day) {
      var all = new HashMap<Key, Count>();
      for (var a : tables.attempts.all().values())
        for (var id : ids)
          if (a.campaign() == campaign.value()
              && a.record() == id
              && !Objects.equals(a.applied(), "RETRY"))
            all.merge(
                new Key(new RecordId(id), a.number()),
                new Count(1, a.startedAt().isBefore(day) ? 0 : 1),
                Count::plus);
      return all;
    }
  }
}
