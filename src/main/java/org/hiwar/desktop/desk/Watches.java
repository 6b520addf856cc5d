package org.hiwar.desktop.desk;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hiwar.workspace.WorkspaceId;

/// Which desks show which conversations and interactions, and what has changed lately: a desk that
/// begins to watch something has read it a moment before, and learns here whether it changed in
/// between. Ids are unique in the installation; the workspace is part of the key nevertheless, so
/// that nothing ever crosses.
final class Watches {
  private record Key(WorkspaceId workspace, long id) {}

  private final Map<Key, Set<Desk>> desks = new HashMap<>();
  private final Map<Desk, Set<Long>> watched = new HashMap<>();
  private final ArrayDeque<Key> lately = new ArrayDeque<>();
  private long changes;

  /// How many changes there have been.
  synchronized long changes() {
    return changes;
  }

  /// True when one of `ids` that was not watched by `desk` before may have changed after the first
  /// `since` changes.
  synchronized boolean only(WorkspaceId workspace, Desk desk, Set<Long> ids, long since) {
    var before = watched.getOrDefault(desk, Set.of());
    for (var id : before) if (!ids.contains(id)) forget(new Key(workspace, id), desk);
    var fresh = new HashSet<Key>();
    for (var id : ids) {
      var key = new Key(workspace, id);
      if (desks.computeIfAbsent(key, _ -> new HashSet<>(2)).add(desk)) fresh.add(key);
    }
    if (ids.isEmpty()) watched.remove(desk);
    else watched.put(desk, Set.copyOf(ids));
    return !fresh.isEmpty() && anyChanged(fresh, since);
  }

  private boolean anyChanged(Set<Key> keys, long since) {
    long missed = changes - since;
    if (missed > lately.size()) return true; // nobody knows any more
    var newestFirst = lately.descendingIterator();
    for (; missed > 0; missed--) if (keys.contains(newestFirst.next())) return true;
    return false;
  }

  private void forget(Key key, Desk desk) {
    var all = desks.get(key);
    if (all == null) return;
    all.remove(desk);
    if (all.isEmpty()) desks.remove(key);
  }

  synchronized Collection<Desk> of(WorkspaceId workspace, long id) {
    return List.copyOf(desks.getOrDefault(new Key(workspace, id), Set.of()));
  }

  /// Notes a change; whom to tell of it.
  synchronized Collection<Desk> changed(WorkspaceId workspace, long id) {
    changes++;
    lately.addLast(new Key(workspace, id));
    if (lately.size() > DeskLimits.REMEMBERED_CHANGES) lately.removeFirst();
    return of(workspace, id);
  }

  synchronized boolean isEmpty() {
    return desks.isEmpty() && watched.isEmpty();
  }
}
