package org.hiwar.floor.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Command.Arrive;
import org.hiwar.floor.core.Command.Reconfigure;
import org.hiwar.floor.core.Plan;
import org.hiwar.floor.core.Reason;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings open work back that its floor does not know. What cannot come, whatever the reason, is
/// tried again after longer and longer rests, so that it neither hides the others nor has a floor
/// restore itself at every sweep.
final class Sweep {
  private static final Logger log = LoggerFactory.getLogger(Sweep.class);

  private final Supplier<Plan> plans;
  private final Consumer<List<Envelope>> turn;
  private final Map<WorkId, Rest> resting = new HashMap<>();
  private Set<WorkId> missing = Set.of();
  private long number;

  /// How often it could not come, and the sweep that tries it next.
  private record Rest(int failures, long until) {}

  /// @param plans reads the services and skills as they are now; may fail
  /// @param turn carries out commands of the floor, and replies
  Sweep(Supplier<Plan> plans, Consumer<List<Envelope>> turn) {
    this.plans = plans;
    this.turn = turn;
  }

  /// Takes in what was missing in the sweep before, too: once may be a race with its arrival.
  /// Answers how many came back.
  int of(Collection<Work> open, Predicate<WorkId> known) {
    number++;
    var lost = open.stream().filter(work -> !known.test(work.id())).toList();
    var again = lost.stream().filter(this::isDue).limit(Limits.BATCH).toList();
    missing = lost.stream().map(Work::id).collect(Collectors.toSet());
    resting.keySet().retainAll(missing);
    return again.isEmpty() ? 0 : bringBack(again);
  }

  private boolean isDue(Work work) {
    var rest = resting.get(work.id());
    return missing.contains(work.id()) && (rest == null || rest.until <= number);
  }

  private int bringBack(List<Work> again) {
    var replies = arrive(again);
    var homeless = again.stream().filter(work -> hasNoService(replies.get(work.id()))).toList();
    if (!homeless.isEmpty() && learn(homeless)) replies.putAll(arrive(homeless));
    var back = new ArrayList<WorkId>();
    var outside = new ArrayList<WorkId>();
    replies.forEach(
        (work, reply) -> {
          if (reply.equals(new Reply.Answered(Answer.DONE))) back.add(work);
          else if (isFinal(reply)) outside.add(work);
        });
    outside.forEach(this::rest);
    if (!back.isEmpty())
      log.error(
          "{} pieces of open work were not on the floor and are back: {}",
          back.size(),
          back.getFirst());
    if (!outside.isEmpty())
      log.error(
          "{} pieces of open work cannot come to the floor: {}, {}",
          outside.size(),
          outside.getFirst(),
          replies.get(outside.getFirst()));
    return back.size();
  }

  private Map<WorkId, Reply> arrive(List<Work> all) {
    var mail = all.stream().map(work -> new Envelope(new Arrive(work), "")).toList();
    turn.accept(mail);
    var replies = new LinkedHashMap<WorkId, Reply>();
    for (int i = 0; i < all.size(); i++)
      replies.put(all.get(i).id(), mail.get(i).reply().getNow(new Reply.Busy()));
    return replies;
  }

  private static boolean hasNoService(@Nullable Reply reply) {
    return new Reply.Answered(new Answer.Rejected(Reason.NO_SUCH_SERVICE)).equals(reply);
  }

  /// Asked again it would say the same, as far as one can know.
  private static boolean isFinal(Reply reply) {
    return reply instanceof Reply.Failed || reply instanceof Reply.Answered(Answer.Rejected _);
  }

  /// The floor may have missed that there is a new service: news of the plan is told once, and a
  /// floor that is busy or without its database does not hear it. False: they have none.
  private boolean learn(List<Work> homeless) {
    try {
      var plan = plans.get();
      var wanted = homeless.stream().map(Work::service).collect(Collectors.toSet());
      if (plan.services().stream().noneMatch(service -> wanted.contains(service.id())))
        return false;
      turn.accept(List.of(new Envelope(new Reconfigure(plan), "")));
      return true;
    } catch (RuntimeException e) {
      log.warn("The services of open work {} could not be read", homeless.getFirst().id(), e);
      return false;
    }
  }

  private void rest(WorkId work) {
    var before = resting.get(work);
    int failures = before == null ? 1 : before.failures + 1;
    long sweeps = Math.min(1L << Math.min(failures, 30), Limits.LONGEST_REST);
    resting.put(work, new Rest(failures, number + sweeps));
  }
}
