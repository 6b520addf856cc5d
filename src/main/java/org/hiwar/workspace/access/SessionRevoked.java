package org.hiwar.workspace.access;

import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// A session ended before its time: logged out, revoked, password changed, user disabled or with
/// fewer rights than before. Published after the commit; whatever the session holds open has to
/// close at once.
public record SessionRevoked(WorkspaceId workspace, UserId user, SessionId session) {}
