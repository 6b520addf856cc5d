package org.hiwar.floor.core;

import java.time.Instant;
import java.util.List;
import org.hiwar.workspace.UserId;

/// An agent as others may see them, made from committed state.
///
/// `since`: when `presence` began. `statusSince`: when `status` began; for IDLE it is `since`.
/// `device`: whether the agent can be called. `engaged`: whether they take part in a call that is
/// not their work; then they are BUSY. `used`: percent of the agent that the held work and an
/// engagement take. `visits`: the written work of others that they are in, or are asked into; it is
/// counted in `used`, and makes them BUSY, or RINGING while they are asked.
public record AgentView(
    UserId agent,
    Presence presence,
    Presence next,
    Instant since,
    boolean connected,
    boolean device,
    boolean engaged,
    WorkStatus status,
    Instant statusSince,
    int used,
    List<WorkRow> held,
    List<Visit> visits) {

  /// Whether the agent could be asked into a call now.
  public boolean callable() {
    return presence != Presence.LOGGED_OUT && connected && device && !engaged && !hasCall();
  }

  private boolean hasCall() {
    return held.stream()
        .anyMatch(
            row -> Agent.isCall(row.work().medium()) && !(row.state() instanceof WorkState.WrapUp));
  }
}
