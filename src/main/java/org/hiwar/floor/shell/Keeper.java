package org.hiwar.floor.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.hiwar.floor.FloorHealth;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.FloorCore;
import org.hiwar.floor.core.Plan;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.store.FloorStore;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one floor, turn by turn, without threads: decide, commit, only then reply and publish. Stop
/// and wait: nothing is decided while a commit is under way, so commands that come meanwhile make
/// the next batch bigger.
///
/// | a commit comes back | what happens |
/// |---|---|
/// | durable | replies and events go out |
/// | refused by the guard | all is restored and decided again, with the refused offers as withdrawals |
/// | refused by the schema | all is restored, then each command goes alone; the one that fails alone is counted and left out |
/// | not known | all is forgotten; the next take-over reads back whether it was done |
/// | fenced | somebody else owns the floor: this keeper stops |
class Keeper {
  private static final Logger log = LoggerFactory.getLogger(Keeper.class);
  private final FloorStore store;
  private final Supplier<Plan> plans;
  private final Supplier<FloorCore> cores;
  private final LongSupplier nanos;
  private final Publisher publisher;
  private final Sweep sweep;
  private final Set<Command> quarantine = new LinkedHashSet<>();
  private @Nullable Reign reign;
  private @Nullable Pending unknown;
  private Instant last = Instant.EPOCH;
  private Duration retry = Duration.ZERO;
  private long retryAt;
  private boolean fenced;
  private volatile FloorHealth health = FloorHealth.UNKNOWN;

  Keeper(
      FloorStore store,
      Supplier<Plan> plans,
      Supplier<FloorCore> cores,
      LongSupplier nanos,
      Publisher publisher) {
    this.store = store;
    this.plans = plans;
    this.cores = cores;
    this.nanos = nanos;
    this.publisher = publisher;
    this.sweep = new Sweep(plans, this::turn);
    this.retryAt = nanos.getAsLong();
  }

  /// Somebody else has the floor; this keeper answers *unavailable* from now on.
  boolean fenced() {
    return fenced;
  }

  FloorHealth health() {
    return health;
  }

  /// For the simulation, which looks inside. Null: not in possession of the floor.
  @Nullable Reign reign() {
    return reign;
  }

  /// How long there is nothing to do but wait for mail.
  Duration nap() {
    if (reign == null) return between(Duration.ofNanos(retryAt - nanos.getAsLong()));
    var deadline = reign.core().nextDeadline();
    return deadline == null ? Limits.LONGEST_NAP : between(Duration.between(reign.now(), deadline));
  }

  private static Duration between(Duration wanted) {
    if (wanted.isNegative()) return Duration.ZERO;
    return wanted.compareTo(Limits.LONGEST_NAP) < 0 ? wanted : Limits.LONGEST_NAP;
  }

  /// One turn. Every envelope has its reply when this returns, except those of a commit that is not
  /// known yet.
  void turn(List<Envelope> mail) {
    if (!owning()) {
      replyAll(mail, new Reply.Unavailable());
      return;
    }
    if (run(own -> own.decideAll(mail, quarantine), mail) == Committed.REFUSED) oneByOne(mail);
  }

  enum Committed {
    DURABLE,
    /// By the schema, or by the core itself; nothing is replied yet.
    REFUSED,
    /// By the guard; nothing is replied yet.
    WITHDRAWN,
    /// Replied, or waiting in `unknown`.
    FAILED
  }

  /// Decides, commits and delivers. Everything but DURABLE has forgotten the memory.
  private Committed run(Function<Reign, Pending> decision, List<Envelope> mail) {
    var withdrawn = new HashSet<WorkId>();
    for (int round = 0; round < Limits.GUARD_ROUNDS && owning(); round++) {
      Pending pending;
      try {
        owned().core().refuse(withdrawn);
        pending = decision.apply(owned());
        owned().core().refuse(Set.of());
      } catch (RuntimeException e) {
        log.error("A decision failed; the floor is restored and goes on one by one", e);
        forget();
        return Committed.REFUSED;
      }
      var result = commit(pending, withdrawn);
      if (result == Committed.DURABLE) deliver(pending);
      if (result != Committed.WITHDRAWN) return result;
    }
    replyAll(mail, new Reply.Unavailable());
    return Committed.FAILED;
  }

  /// `withdrawn`: takes the work that the guard refuses.
  Committed commit(Pending pending, Set<WorkId> withdrawn) {
    if (pending.batch().empty()) return Committed.DURABLE;
    try {
      var refused = store.commit(pending.batch());
      if (refused.isEmpty()) return Committed.DURABLE;
      withdrawn.addAll(refused);
      forget();
      return Committed.WITHDRAWN;
    } catch (FloorStore.Refused e) {
      log.warn("A batch of {} commands was refused", pending.envelopes().size(), e);
      forget();
      return Committed.REFUSED;
    } catch (FloorStore.Unavailable e) {
      log.warn(
          "A commit of {} commands has no known outcome: {}",
          pending.envelopes().size(),
          e.getMessage());
      forget();
      unknown = pending;
      return Committed.FAILED;
    } catch (FloorStore.Fenced e) {
      log.warn("The floor has another owner");
      forget();
      fenced = true;
      replyAll(pending.envelopes(), new Reply.Unavailable());
      return Committed.FAILED;
    }
  }

  /// So that only the poisonous command fails, or the poisonous timer, whose work is then left
  /// where it is.
  private void oneByOne(List<Envelope> mail) {
    while (owning()) {
      var due = owned().due(quarantine);
      if (due == null) break;
      if (run(own -> own.decide(List.of(new Envelope(due, ""))), List.of()) == Committed.REFUSED)
        isolate(due);
    }
    for (var envelope : mail) {
      var one = List.of(envelope);
      if (!owning()) replyAll(one, new Reply.Unavailable());
      else if (run(own -> own.decide(one), one) == Committed.REFUSED) fail(envelope);
    }
  }

  private void isolate(Command timer) {
    log.error("In quarantine: {}", timer);
    quarantine.add(timer);
    if (quarantine.size() > Limits.QUARANTINE) quarantine.remove(quarantine.iterator().next());
    health = health.plus(0, 0, 1, 0);
  }

  /// Perhaps the schema refused it because it was done long ago, under the same key.
  private void fail(Envelope envelope) {
    try {
      var before =
          envelope.key().isEmpty() ? Optional.<Answer>empty() : store.answer(envelope.key());
      if (before.isPresent()) {
        envelope.reply().complete(new Reply.Answered(before.get()));
        return;
      }
    } catch (FloorStore.Unavailable e) {
      envelope.reply().complete(new Reply.Unavailable());
      return;
    }
    log.error("Poisonous, and left out: {}", envelope.command());
    health = health.plus(0, 1, 0, 0);
    envelope.reply().complete(new Reply.Failed());
  }

  private Reign owned() {
    return Objects.requireNonNull(reign);
  }

  /// Has the floor, or takes it over if it is time to try.
  private boolean owning() {
    if (reign != null) return true;
    if (fenced || nanos.getAsLong() - retryAt < 0) return false;
    try {
      var tenure = store.takeOver();
      var stored = store.load();
      var next = new Reign(cores.get(), tenure, stored, plans.get(), last, nanos);
      reign = next;
      retry = Duration.ZERO;
      readBack(tenure, next);
      health = health.at(true, next.number()).plus(0, 0, 0, 1);
      publisher.restored(next.core().views());
      return true;
    } catch (FloorStore.Unavailable | RuntimeException e) {
      log.warn("The floor cannot be read: {}", e.toString());
      reign = null;
      retry = retry.isZero() ? Limits.FIRST_RETRY : retry.multipliedBy(2);
      if (retry.compareTo(Limits.LONGEST_RETRY) > 0) retry = Limits.LONGEST_RETRY;
      retryAt = nanos.getAsLong() + retry.toNanos();
      return false;
    }
  }

  /// Whether the commit that nobody confirmed was done. It was, if no other epoch lies between and
  /// its number is the last.
  private void readBack(FloorStore.Tenure tenure, Reign next) {
    var open = unknown;
    unknown = null;
    if (open == null) return;
    if (tenure.epoch() == open.batch().epoch() + 1 && tenure.batch() == open.batch().number()) {
      deliver(open);
      return;
    }
    for (var envelope : open.envelopes()) {
      var answer = next.answeredBefore(envelope.key());
      envelope
          .reply()
          .complete(answer == null ? new Reply.Unavailable() : new Reply.Answered(answer));
    }
  }

  /// After the commit, and never before.
  void deliver(Pending pending) {
    var batch = pending.batch();
    if (!batch.empty()) {
      health = health.at(true, batch.number());
      publisher.committed(batch.number(), batch.events(), changed(batch.events()));
    }
    for (int i = 0; i < pending.envelopes().size(); i++)
      pending.envelopes().get(i).reply().complete(new Reply.Answered(pending.answers().get(i)));
  }

  private List<AgentView> changed(List<Event> events) {
    var ids = new LinkedHashSet<UserId>();
    for (var event : events) ids.addAll(event.concerned());
    var views = new ArrayList<AgentView>(ids.size());
    for (var id : ids) {
      var view = owned().core().view(id);
      if (view != null) views.add(view);
    }
    return views;
  }

  void forget() {
    if (reign != null) last = reign.now();
    reign = null;
    health = health.at(false, health.batch());
  }

  /// Takes in open work that the floor has not known in two sweeps: once may be a race with its
  /// arrival.
  void sweep(Collection<Work> open) {
    if (!owning()) return;
    int back = sweep.of(open, owned().core()::knows);
    health = health.plus(back, 0, 0, 0);
  }

  /// When the shell stops: nobody is left waiting.
  void stop() {
    if (unknown != null) replyAll(unknown.envelopes(), new Reply.Unavailable());
    forget();
    store.close();
  }

  private static void replyAll(List<Envelope> envelopes, Reply reply) {
    envelopes.forEach(e -> e.reply().complete(reply));
  }
}
