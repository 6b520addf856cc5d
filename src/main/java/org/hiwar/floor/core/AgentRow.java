package org.hiwar.floor.core;

import java.time.Instant;
import org.hiwar.workspace.UserId;

/// All that is stored of an agent's day. Skills belong to the workspace's configuration, the work
/// status is derived, and sessions do not survive their floor.
public record AgentRow(
    UserId id, Presence presence, Presence next, Instant since, Instant idleSince) {}
