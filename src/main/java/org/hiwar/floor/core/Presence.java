package org.hiwar.floor.core;

/// What an agent, or the system for the agent, has *chosen*. What the agent is doing (ringing,
/// busy, wrap-up) is derived from the held work: `WorkStatus`.
public sealed interface Presence {
  record LoggedOut() implements Presence {}

  /// `reason`: one of the system's (`LOGIN`, `NO_ANSWER`, `DECLINED`, `CONNECTION_LOST`,
  /// `NO_DEVICE`) or the id of a reason that the workspace has defined.
  record NotReady(String reason) implements Presence {
    public NotReady {
      if (reason.isBlank() || reason.length() > Limits.REASON_LENGTH)
        throw new IllegalArgumentException("reason: " + reason);
    }
  }

  record Ready() implements Presence {}

  Presence LOGGED_OUT = new LoggedOut();
  Presence READY = new Ready();
  NotReady LOGIN = new NotReady("LOGIN");
  NotReady NO_ANSWER = new NotReady("NO_ANSWER");
  NotReady DECLINED = new NotReady("DECLINED");
  NotReady CONNECTION_LOST = new NotReady("CONNECTION_LOST");
  NotReady NO_DEVICE = new NotReady("NO_DEVICE");
}
