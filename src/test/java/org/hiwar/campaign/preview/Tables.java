package org.hiwar.campaign.preview;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.list.CallingRecord;
import org.hiwar.campaign.rule.NextCall;
import org.jspecify.annotations.Nullable;

/// The tables of the hand-out in memory: what the statements of the stores change, with their
/// transactions and unique indexes. Rows are values; a transaction that fails leaves none.
final class Tables {

  /// A row of campaign_record.
  record Held(
      long campaign,
      long record,
      long list,
      Standing.Status status,
      long sort,
      int priority,
      @Nullable Instant notBefore,
      @Nullable Instant until,
      @Nullable String number,
      @Nullable Long onlyAgent,
      @Nullable Long avoidAgent,
      int skips,
      int attempts,
      @Nullable Long disposition,
      @Nullable String result,
      boolean aside) {}

  /// A row of preview.
  record Shown(
      long id,
      long campaign,
      long record,
      String state,
      @Nullable Long agent,
      Instant claimedAt,
      @Nullable Instant offeredAt,
      @Nullable Instant acceptedAt,
      boolean automatic,
      @Nullable Instant timerUntil,
      @Nullable String timerStopped,
      @Nullable Long reviewedMs,
      @Nullable Long interaction,
      @Nullable Long conversation,
      @Nullable Seen seen,
      @Nullable NextCall nextCall,
      @Nullable String outcome,
      @Nullable Instant endedAt,
      boolean settled) {

    boolean open() {
      return !state.equals("ENDED");
    }

    /// Accepted, and not over.
    boolean taken() {
      return open() && !state.equals("QUEUED") && !state.equals("OFFERED");
    }
  }

  /// A row of call_attempt.
  record Tried(
      long id,
      long campaign,
      long record,
      long preview,
      @Nullable Integer position,
      String number,
      long agent,
      boolean automatic,
      @Nullable Long interaction,
      Instant startedAt,
      @Nullable Instant answeredAt,
      @Nullable Instant endedAt,
      @Nullable String result,
      @Nullable Long disposition,
      @Nullable String notes,
      @Nullable String applied) {}

  /// A row of record_event, without its id.
  record Noted(
      Instant at,
      String kind,
      long campaign,
      long record,
      @Nullable Long preview,
      @Nullable Long agent,
      boolean automatic,
      @Nullable Long reviewedMs,
      @Nullable Long disposition,
      @Nullable Long attempt,
      @Nullable String reason,
      @Nullable String notes) {}

  record InCampaign(long campaign, long record) implements Comparable<InCampaign> {
    private static final Comparator<InCampaign> ORDER =
        Comparator.comparingLong(InCampaign::campaign).thenComparingLong(InCampaign::record);

    @Override
    public int compareTo(InCampaign other) {
      return ORDER.compare(this, other);
    }
  }

  /// `expires` null: never.
  record Forbidden(long list, String value, @Nullable Instant expires) {}

  /// A row of campaign_success, without its place.
  record Won(long campaign, long record, long list, long disposition, Map<String, String> said) {
    Won {
      said = new TreeMap<>(said);
    }
  }

  record Stopped(long campaign, long record, int position) {}

  /// A value that was written; null: there was none, or there is none any more.
  record Change(Table<?, ?> table, Object key, @Nullable Object before, @Nullable Object after) {}

  final class Table<K extends Comparable<K>, V> {
    private final TreeMap<K, V> rows = new TreeMap<>();

    @Nullable V get(K key) {
      return rows.get(key);
    }

    V require(K key) {
      return Objects.requireNonNull(rows.get(key));
    }

    NavigableMap<K, V> all() {
      return rows;
    }

    void put(K key, V row) {
      note(key, rows.put(key, row), row);
    }

    void remove(K key) {
      var before = rows.remove(key);
      if (before != null) note(key, before, null);
    }

    void change(K key, UnaryOperator<V> how) {
      var before = rows.get(key);
      if (before == null) return;
      var after = how.apply(before);
      if (!after.equals(before)) put(key, after);
    }

    private void note(K key, @Nullable V before, @Nullable V after) {
      changes.add(new Change(this, key, before, after));
      undo.push(
          () -> {
            if (before == null) rows.remove(key);
            else rows.put(key, before);
          });
    }
  }

  private final ArrayDeque<Runnable> undo = new ArrayDeque<>();
  private final List<Change> changes = new ArrayList<>();
  final Table<Long, Campaign> campaigns = new Table<>();
  final Table<Long, CallingRecord> records = new Table<>();
  final Table<InCampaign, Held> held = new Table<>();
  final Table<Long, Shown> previews = new Table<>();
  final Table<Long, Tried> attempts = new Table<>();
  final Table<String, Stopped> stopped = new Table<>();
  final Table<String, Forbidden> forbidden = new Table<>();
  final Table<Long, Won> successes = new Table<>();
  final Table<Long, Noted> events = new Table<>();
  private final java.util.function.Consumer<List<Change>> committed;
  private long event;
  private long place;

  /// `committed` hears of every transaction that has changed something, at its end.
  Tables(java.util.function.Consumer<List<Change>> committed) {
    this.committed = committed;
  }

  <T> T in(Supplier<T> work) {
    undo.clear();
    changes.clear();
    try {
      var result = work.get();
      unique();
      if (!changes.isEmpty()) committed.accept(List.copyOf(changes));
      return result;
    } catch (RuntimeException | Error e) {
      while (!undo.isEmpty()) undo.pop().run();
      throw e;
    } finally {
      undo.clear();
      changes.clear();
    }
  }

  /// A place that is taken by a transaction that fails stays empty.
  void won(Won what) {
    successes.put(++place, what);
  }

  void note(Noted what) {
    events.put(++event, what);
  }

  static final class Duplicate extends org.springframework.dao.DuplicateKeyException {
    Duplicate(String index) {
      super(index);
    }
  }

  /// The unique indexes preview_open_record and preview_one_of_agent, of rows that have changed.
  void unique() {
    for (var change : changes)
      if (change.after() instanceof Shown row && row.open())
        for (var other : previews.all().values()) {
          if (other.id() == row.id() || !other.open()) continue;
          if (other.record() == row.record() && other.campaign() == row.campaign())
            throw new Duplicate("preview_open_record");
          if (row.taken() && other.taken() && Objects.equals(row.agent(), other.agent()))
            throw new Duplicate("preview_one_of_agent");
        }
  }
}
