package org.hiwar.floor.core;

import org.hiwar.workspace.Medium;

/// Which agents may be offered what. Nobody is offered two pieces of work at a time.
class Fitness {

  /// Could be offered something: wants work, is there, and nothing is ringing.
  boolean mayBeOffered(Agent agent) {
    return agent.standing().working() && agent.connected() && !agent.isRinging();
  }

  boolean hasSpareFor(Agent agent, Medium medium) {
    return 100 - agent.used() >= medium.spareNeeded();
  }

  /// Decision 22: what continues a conversation reaches its owner whatever their load, except
  /// during another call.
  boolean maySpare(Agent owner, Item item) {
    return item.work().continues() ? !owner.onCall() : hasSpareFor(owner, item.work().medium());
  }
}
