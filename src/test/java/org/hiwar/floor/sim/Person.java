package org.hiwar.floor.sim;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hiwar.floor.core.Presence;
import org.hiwar.floor.core.WorkId;
import org.hiwar.workspace.UserId;

/// One agent, as the ledger has them.
final class Person {
  final UserId id;
  Presence presence = Presence.LOGGED_OUT;
  Presence next = Presence.LOGGED_OUT;
  Instant since = Instant.EPOCH;
  Instant idle = Instant.EPOCH;
  boolean connected;
  int sessionsEnded;
  Instant lostSince = Instant.EPOCH;
  final Map<WorkId, Thing> held = new LinkedHashMap<>();

  Person(UserId id) {
    this.id = id;
  }

  void lost(Instant at) {
    connected = false;
    lostSince = at;
  }

  int used() {
    int used = 0;
    for (var thing : held.values()) used += thing.work.medium().share();
    return used;
  }

  boolean hasSpare(Thing thing) {
    return 100 - used() >= thing.work.medium().spareNeeded();
  }

  boolean rings() {
    for (var thing : held.values()) if (thing.phase == Phase.OFFERED) return true;
    return false;
  }

  boolean onCall() {
    for (var thing : held.values())
      if (World.isCall(thing.work.medium()) && thing.phase != Phase.WRAP_UP) return true;
    return false;
  }

  @Override
  public String toString() {
    return id
        + " "
        + presence
        + " then "
        + next
        + (connected ? " connected" : " lost since " + lostSince)
        + " idle "
        + idle
        + " holds "
        + held.values();
  }
}
