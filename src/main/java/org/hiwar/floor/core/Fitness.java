package org.hiwar.floor.core;

import java.util.List;
import org.hiwar.workspace.Medium;
import org.jspecify.annotations.Nullable;

/// Which agents may be offered what. Nobody is offered two pieces of work at a time.
class Fitness {

  /// Could be offered something: wants work, is there, and nothing is ringing.
  boolean mayBeOffered(Agent agent) {
    return agent.standing().working() && agent.connected() && !agent.isRinging();
  }

  /// A call, or a record to be called, is for somebody who can be called.
  boolean hasDeviceFor(Agent agent, Medium medium) {
    return !Agent.isCall(medium) || agent.hasDevice();
  }

  boolean canTake(Agent agent, Service service) {
    return hasDeviceFor(agent, service.medium())
        && hasSpareFor(agent, service.medium())
        && mayHave(agent, service, 1);
  }

  /// Whether so many more pieces of this service are not too many for one agent.
  boolean mayHave(Agent agent, Service service, int more) {
    return service.most() == 0 || agent.has(service.id()) + more <= service.most();
  }

  /// Why the agent cannot begin work of this medium now; null: nothing is in the way. Capacity is
  /// not: who begins something knows what else they have. `insteadOf`: what it takes the place of,
  /// which is not in the way; null: nothing.
  @Nullable Reason hindrance(Agent agent, Medium medium, @Nullable Item insteadOf) {
    if (agent.standing().presence() == Presence.LOGGED_OUT) return Reason.NOT_LOGGED_IN;
    if (!agent.connected()) return Reason.NO_SESSION;
    if (!hasDeviceFor(agent, medium)) return Reason.NO_DEVICE;
    return Agent.isCall(medium) && agent.onCallBeside(insteadOf) ? Reason.ON_CALL : null;
  }

  /// Why active work of this medium cannot be handed to the agent now; null: nothing is in the way.
  @Nullable Reason hindranceToTakeOver(Agent agent, Medium medium) {
    if (medium != Medium.VOICE || !agent.isEngaged()) return Reason.NOT_ENGAGED;
    if (agent.standing().presence() == Presence.LOGGED_OUT) return Reason.NOT_LOGGED_IN;
    if (!agent.connected()) return Reason.NO_SESSION;
    return agent.hasCall() ? Reason.ON_CALL : null;
  }

  /// Why this written work cannot be handed to the agent now; null: nothing is in the way.
  @Nullable Reason hindranceToBeHost(Agent agent, Item item) {
    var guest = item.guest(agent.id());
    if (guest == null || !guest.joined()) return Reason.NOT_ENGAGED;
    return hindranceToStepIn(agent);
  }

  /// Why the agent cannot be asked into written work of a colleague now; null: nothing is in the
  /// way. Whether they are ready does not count, nor what they have in hand, as with calls: they
  /// may decline, and nothing follows from it.
  @Nullable Reason hindranceToBeAsked(Agent agent) {
    if (agent.isRinging()) return Reason.NOT_READY;
    return hindranceToStepIn(agent);
  }

  @Nullable Reason hindranceToStepIn(Agent agent) {
    var standing = agent.standing();
    if (standing.presence() == Presence.LOGGED_OUT || standing.next() == Presence.LOGGED_OUT)
      return Reason.NOT_LOGGED_IN;
    return agent.connected() ? null : Reason.NO_SESSION;
  }

  /// Why the agent cannot take this waiting work now; null: nothing is in the way. Who takes work
  /// chooses it, so what it takes of an agent has to be free, and not what an offer wants to be.
  @Nullable Reason hindranceToTake(Agent agent, Item item) {
    if (agent.standing().presence() == Presence.LOGGED_OUT) return Reason.NOT_LOGGED_IN;
    if (!agent.connected()) return Reason.NO_SESSION;
    boolean own = agent.id().equals(item.work().preferred());
    if (!own && agent.level(item.queue().skill()) == 0) return Reason.NOT_SKILLED;
    boolean room = 100 - agent.used() >= item.work().medium().share();
    return room && mayHave(agent, item.queue().rules(), 1) ? null : Reason.NO_ROOM;
  }

  /// Why these pieces of work cannot be given to an agent together now; null: nothing is in the
  /// way. A colleague has chosen them, so that what they can do does not count.
  @Nullable Reason hindranceToBeGiven(Agent agent, List<Item> given) {
    if (agent.standing().presence() == Presence.LOGGED_OUT) return Reason.NOT_LOGGED_IN;
    if (!agent.connected()) return Reason.NO_SESSION;
    if (!mayBeOffered(agent)) return Reason.NOT_READY;
    int share = 0;
    for (var item : given) share += item.work().medium().share();
    return 100 - agent.used() >= share && mayHaveAll(agent, given) ? null : Reason.NO_ROOM;
  }

  private boolean mayHaveAll(Agent agent, List<Item> given) {
    for (var item : given) {
      var service = item.work().service();
      int more = (int) given.stream().filter(one -> one.work().service().equals(service)).count();
      if (!mayHave(agent, item.queue().rules(), more)) return false;
    }
    return true;
  }

  boolean hasSpareFor(Agent agent, Medium medium) {
    return 100 - agent.used() >= medium.spareNeeded();
  }

  /// Decision 22: what continues a conversation reaches its owner whatever their load, except
  /// during another call. A record is no conversation: it waits until there is room.
  boolean maySpare(Agent owner, Item item) {
    var medium = item.work().medium();
    return item.work().continues() && medium != Medium.PREVIEW
        ? !owner.onOtherCall(item.work()) && hasDeviceFor(owner, medium)
        : canTake(owner, item.queue().rules());
  }
}
