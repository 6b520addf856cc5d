package org.hiwar.floor.core;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Waiting work, the smallest rank first.
class Waiting {
  private final TreeSet<Item> items = new TreeSet<>();
  /// Kept beside the tree, because an agent who becomes free looks at the heads of all their lines.
  private @Nullable Item head;

  void add(Item item) {
    items.add(item);
    if (head == null || item.compareTo(head) < 0) head = item;
  }

  void remove(Item item) {
    items.remove(item);
    if (item == head) head = items.isEmpty() ? null : items.first();
  }

  @Nullable Item first() {
    return head;
  }

  Iterable<Item> all() {
    return items;
  }
}
