package org.hiwar.floor.sim;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hiwar.floor.core.Presence;
import org.hiwar.floor.core.WorkId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
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
  /// Takes part in a call that is not their work.
  boolean engaged;
  /// The floor has begun anew since it was told of an engagement.
  boolean engagedBefore;
  int sessionsEnded;
  Instant lostSince = Instant.EPOCH;
  final Map<WorkId, Thing> held = new LinkedHashMap<>();
  /// What others have and they are in, or are asked into.
  final Map<WorkId, Thing> visits = new LinkedHashMap<>();

  Person(UserId id) {
    this.id = id;
  }

  void lost(Instant at) {
    connected = false;
    lostSince = at;
  }

  int used() {
    int used = engaged ? Medium.VOICE.share() : 0;
    for (var thing : held.values())
      if (thing.phase != Phase.WRAP_UP || !goesOnBeside(thing)) used += thing.work.medium().share();
    for (var thing : visits.values()) used += thing.work.medium().share();
    return used;
  }

  private boolean goesOnBeside(Thing own) {
    long conversation = own.work.conversation();
    for (var thing : held.values())
      if (conversation != 0
          && thing.phase == Phase.ACTIVE
          && thing.work.conversation() == conversation) return true;
    return false;
  }

  /// The agent's process knows of no telephone and of no engagement any more.
  void forgotten() {
    device = false;
    deviceLost = false;
    engagedBefore |= engaged;
    engaged = false;
  }

  /// So many pieces of a service, with what rings and what is wrapped up by itself.
  int has(ServiceId service) {
    int has = 0;
    for (var thing : held.values())
      if (thing.work.service().equals(service)
          && (thing.phase != Phase.WRAP_UP || !goesOnBeside(thing))) has++;
    return has;
  }

  boolean canBeGiven(Thing thing) {
    return (!World.isCall(thing.work.medium()) || device) && hasSpare(thing);
  }

  boolean hasSpare(Thing thing) {
    return 100 - used() >= thing.work.medium().spareNeeded();
  }

  boolean rings() {
    for (var thing : held.values()) if (thing.phase == Phase.OFFERED) return true;
    return isAsked();
  }

  boolean isAsked() {
    for (var thing : visits.values()) {
      var guest = thing.guest(id);
      if (guest != null && !guest.joined()) return true;
    }
    return false;
  }

  boolean onCall() {
    return engaged || calls() > 0;
  }

  int calls() {
    int calls = 0;
    for (var thing : held.values())
      if (World.isCall(thing.work.medium()) && thing.phase != Phase.WRAP_UP) calls++;
    return calls;
  }

  /// A call with somebody else, or of a piece of work that would be a second call.
  boolean onOtherCall(Thing thing) {
    if (engaged) return true;
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
        + (engaged ? " engaged" : "")
        + " idle "
        + idle
        + " holds "
        + held.values()
        + " visits "
        + visits.keySet();
  }
}
