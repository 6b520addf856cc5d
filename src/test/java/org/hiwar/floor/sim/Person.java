package org.hiwar.floor.sim;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hiwar.floor.core.Presence;
import org.hiwar.floor.core.WorkId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;

/// One agent, as the ledger has them.
final class Person {
  final UserId id;
  Presence presence = Presence.LOGGED_OUT;
  Presence next = Presence.LOGGED_OUT;
  Instant since = Instant.EPOCH;
  Instant idle = Instant.EPOCH;
  boolean connected;
  /// Whether the agent can be called.
  boolean device;
  /// The floor has been told that the telephone is gone.
  boolean deviceLost;
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

  /// The agent's process knows of no telephone any more.
  void forgotten() {
    device = false;
    deviceLost = false;
  }

  boolean canBeGiven(Thing thing) {
    return (thing.work.medium() != Medium.VOICE || device) && hasSpare(thing);
  }

  boolean hasSpare(Thing thing) {
    return 100 - used() >= thing.work.medium().spareNeeded();
  }

  boolean rings() {
    for (var thing : held.values()) if (thing.phase == Phase.OFFERED) return true;
    return false;
  }

  boolean onCall() {
    return calls() > 0;
  }

  int calls() {
    int calls = 0;
    for (var thing : held.values())
      if (World.isCall(thing.work.medium()) && thing.phase != Phase.WRAP_UP) calls++;
    return calls;
  }

  /// A call with somebody else, or of a piece of work that would be a second call.
  boolean onOtherCall(Thing thing) {
    for (var other : held.values())
      if (World.isCall(other.work.medium())
          && other.phase != Phase.WRAP_UP
          && (World.isCall(thing.work.medium()) || !thing.belongsWith(other))) return true;
    return false;
  }

  /// Whether other work of the same conversation goes on here, or is wrapped up until later.
  boolean goesOnWith(Thing thing, Instant at) {
    for (var other : held.values())
      if (other != thing
          && other.belongsWith(thing)
          && (other.phase == Phase.ACTIVE
              || other.phase == Phase.WRAP_UP && other.until != null && other.until.isAfter(at)))
        return true;
    return false;
  }

  boolean ringsForACall() {
    for (var thing : held.values())
      if (thing.work.medium() == Medium.VOICE && thing.phase == Phase.OFFERED) return true;
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
        + (device ? " with a telephone" : "")
        + " idle "
        + idle
        + " holds "
        + held.values();
  }
}
