package org.hiwar.desktop.desk;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hiwar.workspace.WorkspaceId;

/// Which desks show which conversations and interactions. Ids are unique in the installation; the
/// workspace is part of the key nevertheless, so that nothing ever crosses.
final class Watches {
  private record Key(WorkspaceId workspace, long id) {}

  private final Map<Key, Set<Desk>> desks = new HashMap<>();
  private final Map<Desk, Set<Long>> watched = new HashMap<>();

  /// True when one of `ids` was not watched by `desk` before.
  synchronized boolean only(WorkspaceId workspace, Desk desk, Set<Long> ids) {
    var before = watched.getOrDefault(desk, Set.of());
    for (var id : before) if (!ids.contains(id)) forget(new Key(workspace, id), desk);
    boolean isNew = false;
    for (var id : ids)
      isNew |= desks.computeIfAbsent(new Key(workspace, id), _ -> new HashSet<>(2)).add(desk);
    if (ids.isEmpty()) watched.remove(desk);
    else watched.put(desk, Set.copyOf(ids));
    return isNew;
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

  synchronized boolean isEmpty() {
    return desks.isEmpty() && watched.isEmpty();
  }
}
