package org.hiwar.voice.call;

import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// An agent's part in a call, whether it is their work or a call at its side.
///
/// @param call the id of its interaction, or of the call at the side
record AgentPart(WorkspaceId workspace, long call, UserId agent) {
  static AgentPart of(CallKey call, UserId agent) {
    return new AgentPart(call.workspace(), call.interaction().value(), agent);
  }

  static AgentPart of(WorkspaceId workspace, SideId call, UserId agent) {
    return new AgentPart(workspace, call.value(), agent);
  }
}
