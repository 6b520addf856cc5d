package org.hiwar.desktop.desk;

import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// Whose desk it is.
public record AgentKey(WorkspaceId workspace, UserId agent) {}
