package org.hiwar.floor.shell;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.FloorCore;
import org.hiwar.floor.core.Plan;
import org.hiwar.floor.store.Batch;
import org.hiwar.floor.store.FloorStore;
import org.jspecify.annotations.Nullable;

/// One ownership of a floor: from a take-over to the first commit that fails.
///
/// Its clock starts with the time of the database at the take-over and counts on monotonically: two
/// nodes' clocks differ, and clocks jump. It is cut to microseconds, as the database keeps times.
final class Reign {
  private final FloorCore core;
  private final long epoch;
  private final LongSupplier nanos;
  private final long startedAt;
  private final Instant start;
  private final LinkedHashMap<String, Answer> answered = new LinkedHashMap<>();
  private List<Batch.Given> given = new ArrayList<>();
  private long number;

  /// `notBefore`: the last time of the reign before, in this process.
  Reign(
      FloorCore core,
      FloorStore.Tenure tenure,
      FloorStore.Stored stored,
      Plan plan,
      Instant notBefore,
      LongSupplier nanos) {
    this.core = core;
    this.epoch = tenure.epoch();
    this.number = tenure.batch();
    this.nanos = nanos;
    this.startedAt = nanos.getAsLong();
    this.start = tenure.now().isBefore(notBefore) ? notBefore : tenure.now();
    stored.answers().forEach(g -> answered.put(g.key(), g.answer()));
    core.restore(plan, stored.rows(), now());
  }

  Instant now() {
    return start.plusNanos(nanos.getAsLong() - startedAt).truncatedTo(ChronoUnit.MICROS);
  }

  FloorCore core() {
    return core;
  }

  long epoch() {
    return epoch;
  }

  long number() {
    return number;
  }

  @Nullable Answer answeredBefore(String key) {
    return key.isEmpty() ? null : answered.get(key);
  }

  /// The next timer that is due, or null. Those in quarantine are dropped.
  @Nullable Command due(Set<Command> quarantine) {
    while (true) {
      var due = core.due(now());
      if (due == null || !quarantine.contains(due)) return due;
    }
  }

  /// Decides what is due and what has come.
  Pending decideAll(List<Envelope> mail, Set<Command> quarantine) {
    int timers = 0;
    for (var due = due(quarantine);
        due != null;
        due = ++timers < Limits.BATCH ? due(quarantine) : null) core.decide(due, now());
    return decide(mail);
  }

  /// Decides these alone.
  Pending decide(List<Envelope> mail) {
    var answers = new ArrayList<Answer>(mail.size());
    var now = now();
    for (var envelope : mail) answers.add(decide(envelope, now));
    var keyed = given;
    given = new ArrayList<>();
    var batch = new Batch(epoch, number + 1, now, core.take(), keyed);
    if (!batch.empty()) number++;
    return new Pending(batch, mail, answers);
  }

  private Answer decide(Envelope envelope, Instant now) {
    var before = answeredBefore(envelope.key());
    if (before != null) return before;
    var answer = core.decide(envelope.command(), now);
    if (envelope.key().isEmpty()) return answer;
    given.add(new Batch.Given(envelope.key(), answer));
    answered.putLast(envelope.key(), answer);
    if (answered.size() > FloorStore.ANSWERS) answered.pollFirstEntry();
    return answer;
  }

  Map<String, Answer> answered() {
    return answered;
  }
}
