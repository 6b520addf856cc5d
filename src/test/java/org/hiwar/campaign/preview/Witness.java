package org.hiwar.campaign.preview;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hiwar.campaign.preview.Standing.Status;
import org.hiwar.campaign.preview.Tables.Change;
import org.hiwar.campaign.preview.Tables.Held;
import org.hiwar.campaign.preview.Tables.InCampaign;
import org.hiwar.campaign.preview.Tables.Shown;
import org.hiwar.campaign.preview.Tables.Tried;
import org.jspecify.annotations.Nullable;

/// Looks at every transaction that is committed, and complains at the first that must not be
/// (reliability: R1, R2; decisions: the state machine of a record).
final class Witness {
  private static final Map<String, Set<String>> NEXT =
      Map.of(
          "QUEUED", Set.of("OFFERED", "REVIEWING", "ENDED"),
          "OFFERED", Set.of("QUEUED", "REVIEWING", "ENDED"),
          "REVIEWING", Set.of("QUEUED", "OFFERED", "DIALING", "ENDED"),
          "DIALING", Set.of("QUEUED", "OFFERED", "REVIEWING", "TALKING", "DECIDING", "ENDED"),
          "TALKING", Set.of("DECIDING", "ENDED"),
          "DECIDING", Set.of("DIALING", "ENDED"),
          "ENDED", Set.of());
  private static final Map<String, Set<String>> LAST =
      Map.of(
          "QUEUED", Set.of("WITHDRAWN"),
          "OFFERED", Set.of("WITHDRAWN"),
          "REVIEWING", Set.of("WITHDRAWN", "COMPLETED", "SKIPPED"),
          "DIALING", Set.of("CALLED", "WITHDRAWN"),
          "TALKING", Set.of("CALLED"),
          "DECIDING", Set.of("CALLED"));

  static final class Violation extends Error {
    Violation(String what) {
      super(what);
    }
  }

  /// What happened in a life, and is told in the end.
  enum Seen {
    HANDED_OUT,
    OFFERED,
    ACCEPTED,
    COMPLETED,
    SKIPPED,
    SKIPPED_TOO_OFTEN,
    WITHDRAWN,
    FIRST_CALLS,
    SECOND_CALLS,
    CALLS_TAKEN_BACK,
    CALLS_BY_THE_TIMER,
    TALKS,
    RESCHEDULED,
    PUT_ASIDE,
    HELD_BACK_BY_A_QUOTA,
    FINISHED,
    EXPIRED,
    DO_NOT_CALL,
    NO_NUMBERS_LEFT
  }

  final Map<Seen, Long> seen = new EnumMap<>(Seen.class);
  private final ArrayDeque<Change> recent = new ArrayDeque<>();
  private final Supplier<Instant> clock;
  private @Nullable Tables tables;
  private @Nullable Law law;

  Witness(Supplier<Instant> clock) {
    this.clock = clock;
  }

  void looksAt(Tables of, Law by) {
    tables = of;
    law = by;
  }

  static void require(boolean holds, Supplier<String> what) {
    if (!holds) throw new Violation(what.get());
  }

  /// What was committed last, without what is empty.
  String recently() {
    return recent.stream()
        .map(c -> c.after() == null ? "no more " + c.before() : String.valueOf(c.after()))
        .map(text -> text.replaceAll(" [a-zA-Z]+=(null|false),?", ""))
        .map(text -> text.length() > 400 ? text.substring(0, 400) : text)
        .collect(java.util.stream.Collectors.joining("\n  "));
  }

  private void count(Seen what) {
    seen.merge(what, 1L, Long::sum);
  }

  void committed(List<Change> changes) {
    var now = clock.get();
    var touched = new TreeMap<InCampaign, Boolean>();
    for (var change : changes) {
      if (change.after() instanceof Tables.Noted) continue;
      if (recent.size() == 40) recent.removeFirst();
      recent.add(change);
      switch (change.after() == null ? change.before() : change.after()) {
        case null -> throw new IllegalStateException("a change of nothing");
        case Shown p -> {
          preview((Shown) change.before(), p, now);
          touched.put(new InCampaign(p.campaign(), p.record()), true);
        }
        case Held k -> {
          if (change.after() != null) held((Held) change.before(), k, now);
          touched.put(new InCampaign(k.campaign(), k.record()), true);
        }
        case Tried a -> {
          attempt((Tried) change.before(), change.after() == null ? null : a, now);
          touched.put(new InCampaign(a.campaign(), a.record()), true);
        }
        default -> {}
      }
    }
    for (var key : touched.keySet()) inOneHand(key);
  }

  private Tables tables() {
    return Objects.requireNonNull(tables);
  }

  private Law law() {
    return Objects.requireNonNull(law);
  }

  private void preview(@Nullable Shown before, Shown p, Instant now) {
    if (before == null) {
      count(Seen.HANDED_OUT);
      require(p.state().equals("QUEUED"), () -> "begins otherwise than waiting: " + p);
      return;
    }
    if (before.state().equals(p.state())) {
      require(
          p.state().equals("OFFERED") || Objects.equals(before.agent(), p.agent()) || !p.taken(),
          () -> "changes hands without having been given back: " + before + " " + p);
      return;
    }
    require(
        Objects.requireNonNull(NEXT.get(before.state())).contains(p.state()),
        () -> "no such step: " + before + " to " + p);
    if (p.taken() && before.taken())
      require(
          Objects.equals(before.agent(), p.agent()),
          () -> "from one agent to another: " + before + " " + p);
    switch (p.state()) {
      case "OFFERED" -> offered(p, now);
      case "REVIEWING" -> {
        count(before.state().equals("DIALING") ? Seen.CALLS_TAKEN_BACK : Seen.ACCEPTED);
        if (before.state().equals("QUEUED")) offered(p, now);
      }
      case "TALKING" -> count(Seen.TALKS);
      case "ENDED" -> ended(before, p);
      default -> {}
    }
  }

  private void offered(Shown p, Instant now) {
    count(Seen.OFFERED);
    var key = new InCampaign(p.campaign(), p.record());
    require(
        tables().campaigns.require(p.campaign()).running(),
        () -> "offered though the campaign has stopped: " + p);
    require(
        law().mayOffer(p.campaign(), p.record(), now),
        () ->
            "offered though nothing of it may be called: "
                + p
                + law().reasons(p.campaign(), p.record(), now));
    var only = tables().held.require(key).onlyAgent();
    require(
        only == null || Objects.equals(only, p.agent()),
        () -> "offered to another than its own: " + p);
  }

  private void ended(Shown before, Shown p) {
    var outcome = Objects.requireNonNull(p.outcome());
    require(
        Objects.requireNonNull(LAST.get(before.state())).contains(outcome),
        () -> "ends otherwise than it may: " + before + " " + p);
    switch (outcome) {
      case "COMPLETED" -> count(Seen.COMPLETED);
      case "SKIPPED" -> count(Seen.SKIPPED);
      case "WITHDRAWN" -> count(Seen.WITHDRAWN);
      default -> {}
    }
  }

  private void held(@Nullable Held before, Held k, Instant now) {
    if (before == null
        || before.status() == k.status() && Objects.equals(before.result(), k.result())) return;
    require(
        before.status() != Status.FINAL, () -> "what has ended comes back: " + before + " " + k);
    if (k.status() == Status.HANDED) {
      require(
          before.status() == Status.AVAILABLE || before.status() == Status.RESCHEDULED,
          () -> "handed out while it waits: " + before);
      var from = before.notBefore();
      require(from == null || !from.isAfter(now), () -> "handed out before its time: " + before);
    }
    if (k.status() == Status.RESCHEDULED && before.status() == Status.HANDED)
      count(Seen.RESCHEDULED);
    if (k.aside() && !before.aside()) {
      count(Seen.PUT_ASIDE);
      if (law().enough(k.campaign(), k.record())) count(Seen.HELD_BACK_BY_A_QUOTA);
    }
    if (k.status() == Status.AVAILABLE && before.status() == Status.WAITING)
      require(
          before.notBefore() != null && !before.notBefore().isAfter(now),
          () -> "available before its time: " + before);
    if (k.status() == Status.FINAL) ended(k, now);
  }

  private void ended(Held k, Instant now) {
    count(Seen.FINISHED);
    var result = k.result();
    if (result == null) return;
    switch (result) {
      case "EXPIRED", "DO_NOT_CALL", "NO_NUMBERS_LEFT" -> {
        count(Seen.valueOf(result));
        require(
            !law().anyEver(k.campaign(), k.record(), now),
            () -> "ended though it may be called one day: " + k);
      }
      case "SKIPPED_TOO_OFTEN" -> {
        count(Seen.SKIPPED_TOO_OFTEN);
        int most = tables().campaigns.require(k.campaign()).settings().maxSkips();
        require(most > 0 && k.skips() >= most, () -> "not skipped so often: " + k);
      }
      default -> throw new Violation("ended by nothing known: " + k);
    }
  }

  private void attempt(@Nullable Tried before, @Nullable Tried a, Instant now) {
    if (before == null && a != null) dialled(a, now);
    if (before != null && a == null)
      require(before.applied() == null, () -> "an attempt that counted is gone: " + before);
    if (before != null && a != null) {
      require(
          before.applied() == null || Objects.equals(before.applied(), a.applied()),
          () -> "settled twice: " + before + " " + a);
      require(
          before.interaction() == null || Objects.equals(before.interaction(), a.interaction()),
          () -> "one attempt, two calls: " + before + " " + a);
    }
  }

  /// The promise: never outside its window, above its limits, or on a do-not-call list; and by
  /// nobody but the agent who has it.
  private void dialled(Tried a, Instant now) {
    var p = tables().previews.require(a.preview());
    require(
        p.state().equals("DIALING") && Objects.equals(p.agent(), a.agent()),
        () -> "dialled by another: " + a + " " + p);
    int position = a.position() == null ? 0 : a.position();
    var stored = tables().records.require(a.record());
    var record = p.seen() == null ? stored : p.seen().of(stored);
    var against = law().against(a.campaign(), record, position, a.number(), now, a.id());
    require(against == null, () -> "dialled against the rules, " + against + ": " + a);
    var of = tables().attempts.all().values().stream().filter(b -> b.preview() == a.preview());
    count(of.count() > 1 ? Seen.SECOND_CALLS : Seen.FIRST_CALLS);
    if (a.automatic()) count(Seen.CALLS_BY_THE_TIMER);
  }

  /// A record is handed out exactly while one preview of it is open or not settled.
  private void inOneHand(InCampaign key) {
    var k = tables().held.get(key);
    if (k == null) return;
    long hands =
        tables().previews.all().values().stream()
            .filter(p -> p.campaign() == key.campaign() && p.record() == key.record())
            .filter(p -> p.open() || !p.settled())
            .count();
    require(hands == (k.status() == Status.HANDED ? 1 : 0), () -> hands + " previews of " + k);
    long attempts =
        tables().attempts.all().values().stream()
            .filter(a -> a.campaign() == key.campaign() && a.record() == key.record())
            .count();
    require(attempts == k.attempts(), () -> attempts + " attempts of " + k);
  }
}
