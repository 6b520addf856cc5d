package org.hiwar.app.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.conversation.InteractionId;
import org.hiwar.floor.FloorListener;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.voice.call.QueuePlaces;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Where calls stand in their queues, as the floors have told it. A call is served in the order of
/// arrival among those of its service that need the same skills.
///
/// How long it may take is told by those who were served last: what each place had cost them. After
/// a floor was read anew, nothing is known of the calls that were waiting then.
final class QueueBoard implements QueuePlaces, FloorListener {
  /// Calls whose waits are remembered, of one queue.
  private static final int REMEMBERED = 20;

  /// Fewer say nothing.
  private static final int ENOUGH = 3;

  private static final Duration LATELY = Duration.ofHours(1);

  private final Map<WorkspaceId, Board> boards = new ConcurrentHashMap<>();

  @Override
  public Optional<Place> place(WorkspaceId workspace, InteractionId call) {
    var board = boards.get(workspace);
    return board == null ? Optional.empty() : board.place(new WorkId(call.value()));
  }

  @Override
  public void committed(WorkspaceId workspace, long batch, List<Event> events) {
    for (var event : events)
      switch (event) {
        case Event.WorkQueued e when e.what().medium() == Medium.VOICE ->
            boards.computeIfAbsent(workspace, _ -> new Board()).arrived(e.what(), e.at());
        case Event.WorkBegan e when e.what().medium() == Medium.VOICE ->
            boards.computeIfAbsent(workspace, _ -> new Board()).began(e.what());
        case Event.WorkEvent e -> {
          var board = boards.get(workspace);
          if (board != null) board.happened(e);
        }
        case Event.AgentEvent _ -> {}
      }
  }

  @Override
  public void restored(WorkspaceId workspace) {
    boards.remove(workspace);
  }

  private record Queue(ServiceId service, List<SkillId> skills) {}

  /// @param ahead how many were before it when it came, itself included
  private record Caller(WorkId id, Queue queue, Instant arrived, Instant since, int ahead) {}

  private record Served(Duration perPlace, Instant at) {}

  private static final class Board {
    private static final Comparator<Caller> ORDER =
        Comparator.comparing(Caller::arrived).thenComparing(Caller::id);

    private final Map<WorkId, Caller> calls = new HashMap<>();
    private final Map<Queue, TreeSet<Caller>> waiting = new HashMap<>();
    private final Map<Queue, Deque<Served>> served = new HashMap<>();

    synchronized void arrived(Work work, Instant at) {
      var caller = caller(work);
      await(caller, at);
    }

    /// Somebody has it from its beginning; it waits if it is given to a queue.
    synchronized void began(Work work) {
      calls.put(work.id(), caller(work));
    }

    private static Caller caller(Work work) {
      var queue = new Queue(work.service(), work.skills());
      return new Caller(work.id(), queue, work.arrivedAt(), work.arrivedAt(), 0);
    }

    synchronized void happened(Event.WorkEvent event) {
      var caller = calls.get(event.work());
      if (caller == null) return;
      switch (event) {
        case Event.WorkAccepted e -> accepted(caller, e.at());
        case Event.WorkTransferred e -> {
          var queue = new Queue(e.to(), caller.queue().skills());
          await(new Caller(caller.id(), queue, caller.arrived(), e.at(), 0), e.at());
        }
        case Event.WorkRecalled e -> await(caller, e.at());
        case Event.WrapUpStarted _, Event.WorkEnded _ -> {
          leave(caller);
          calls.remove(caller.id());
        }
        case Event.WorkEvent _ -> {} // it stays where it is
      }
    }

    private void await(Caller caller, Instant at) {
      var line = waiting.computeIfAbsent(caller.queue(), _ -> new TreeSet<>(ORDER));
      var ahead = line.headSet(caller).size() + 1;
      var waits = new Caller(caller.id(), caller.queue(), caller.arrived(), at, ahead);
      line.add(waits);
      calls.put(caller.id(), waits);
    }

    private void accepted(Caller caller, Instant at) {
      if (!leave(caller)) return;
      var last = served.computeIfAbsent(caller.queue(), _ -> new ArrayDeque<>());
      last.addLast(new Served(Duration.between(caller.since(), at).dividedBy(caller.ahead()), at));
      if (last.size() > REMEMBERED) last.removeFirst();
    }

    /// Whether it was waiting.
    private boolean leave(Caller caller) {
      var line = waiting.get(caller.queue());
      if (line == null || !line.remove(caller)) return false;
      if (line.isEmpty()) waiting.remove(caller.queue());
      return true;
    }

    synchronized Optional<Place> place(WorkId call) {
      var caller = calls.get(call);
      if (caller == null) return Optional.empty();
      var line = waiting.get(caller.queue());
      if (line == null || !line.contains(caller)) return Optional.empty();
      int number = line.headSet(caller).size() + 1;
      return Optional.of(new Place(caller.queue().service(), number, expected(caller, number)));
    }

    /// Null: too few were served lately.
    private @Nullable Duration expected(Caller caller, int number) {
      var last = served.get(caller.queue());
      if (last == null) return null;
      var since = last.getLast().at().minus(LATELY);
      var fresh = last.stream().filter(one -> one.at().isAfter(since)).toList();
      if (fresh.size() < ENOUGH) return null;
      var sum = fresh.stream().map(Served::perPlace).reduce(Duration.ZERO, Duration::plus);
      return sum.dividedBy(fresh.size()).multipliedBy(number);
    }
  }
}
