package org.hiwar.conversation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.hiwar.conversation.InteractionChange.Accepted;
import org.hiwar.conversation.InteractionChange.CameBack;
import org.hiwar.conversation.InteractionChange.Ended;
import org.hiwar.conversation.InteractionChange.LiveEnded;
import org.hiwar.conversation.InteractionChange.Postponed;
import org.hiwar.conversation.InteractionChange.Requeued;
import org.hiwar.conversation.InteractionChange.Returned;
import org.hiwar.conversation.InteractionChange.Transferred;

/// Changes as columns, one row per interaction: several changes of one interaction within a batch
/// are folded into their last state. [Micros#NONE] and empty text stand for *as before*.
final class InteractionColumns {
  final long[] id;
  final long[] service;
  final long[] agent;
  final long[] acceptedAt;
  final long[] liveUntil;
  final long[] endedAt;
  final boolean[] moves;
  final String[] endedBy;
  final String[] outcome;

  InteractionColumns(List<InteractionChange> changes) {
    var rows = new LinkedHashMap<InteractionId, Integer>();
    for (var change : changes) rows.putIfAbsent(change.interaction(), rows.size());
    int n = rows.size();
    id = rows.keySet().stream().mapToLong(InteractionId::value).toArray();
    service = none(n);
    agent = none(n);
    acceptedAt = none(n);
    liveUntil = none(n);
    endedAt = none(n);
    moves = new boolean[n];
    endedBy = empty(n);
    outcome = empty(n);
    for (var change : changes) put(rows.getOrDefault(change.interaction(), -1), change);
  }

  private void put(int row, InteractionChange change) {
    switch (change) {
      case Accepted a -> held(row, a.agent().value(), Micros.of(a.at()));
      case Requeued r -> {
        var to = r.service();
        if (to != null) service[row] = to.value();
        held(row, Micros.NONE, Micros.NONE);
      }
      case Postponed _ -> held(row, Micros.NONE, Micros.NONE);
      case CameBack _, Transferred _, Returned _ -> {}
      case LiveEnded l -> liveEnded(row, l.by(), Micros.of(l.at()));
      case Ended e -> {
        liveEnded(row, e.by(), Micros.of(e.at()));
        endedAt[row] = Micros.of(e.at());
        outcome[row] = e.outcome().name();
      }
    }
  }

  private void held(int row, long holder, long at) {
    moves[row] = true;
    agent[row] = holder;
    acceptedAt[row] = at;
  }

  /// The first end counts.
  private void liveEnded(int row, EndedBy by, long at) {
    if (liveUntil[row] != Micros.NONE) return;
    liveUntil[row] = at;
    endedBy[row] = by.name();
  }

  /// The interactions that are over.
  long[] ended() {
    return IntStream.range(0, id.length)
        .filter(row -> endedAt[row] != Micros.NONE)
        .mapToLong(row -> id[row])
        .toArray();
  }

  private static long[] none(int n) {
    var column = new long[n];
    Arrays.fill(column, Micros.NONE);
    return column;
  }

  private static String[] empty(int n) {
    var column = new String[n];
    Arrays.fill(column, "");
    return column;
  }
}
