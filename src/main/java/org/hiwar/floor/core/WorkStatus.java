package org.hiwar.floor.core;

import org.hiwar.floor.core.WorkState.Active;
import org.hiwar.floor.core.WorkState.Ended;
import org.hiwar.floor.core.WorkState.Offered;
import org.hiwar.floor.core.WorkState.Postponed;
import org.hiwar.floor.core.WorkState.Queued;
import org.hiwar.floor.core.WorkState.WrapUp;

/// What an agent is doing, derived from what the agent holds; never stored. The greatest of the
/// held work counts.
public enum WorkStatus {
  IDLE,
  WRAP_UP,
  RINGING,
  BUSY;

  static WorkStatus of(Guest guest) {
    return guest.joined() ? BUSY : RINGING;
  }

  static WorkStatus of(WorkState held) {
    return switch (held) {
      case Offered _ -> RINGING;
      case Active _ -> BUSY;
      case WrapUp _ -> WRAP_UP;
      case Queued _, Postponed _, Ended _ -> throw new IllegalStateException("held, but " + held);
    };
  }
}
