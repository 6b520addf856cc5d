package org.hiwar.channel;

import java.util.HashMap;
import java.util.Map;

/// Tells an item that the database cannot store from a database that cannot store.
final class Blame {
  /// So often an item has to be the odd one out before that counts as a try, as does each time
  /// after it: a database that goes away in the middle takes some and leaves others, and so does
  /// one that is overloaded.
  private static final int OFTEN = 3;

  private final Map<Long, Suspect> suspects = new HashMap<>();
  private long went;

  private record Suspect(int times, long wentThen) {}

  /// It is known what became of an item.
  void went(long item) {
    went++;
    suspects.remove(item);
  }

  /// An item was not, because the database was not there for it. True: others were taken in each
  /// time.
  boolean of(long item) {
    var before = suspects.getOrDefault(item, new Suspect(0, -1));
    boolean odd = before.wentThen >= 0 && went > before.wentThen;
    var now = new Suspect(before.times + (odd ? 1 : 0), went);
    suspects.put(item, now);
    return now.times >= OFTEN;
  }
}
