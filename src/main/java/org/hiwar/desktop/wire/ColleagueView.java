package org.hiwar.desktop.wire;

import org.hiwar.workspace.UserId;

/// Another agent, as an agent sees them who thinks of calling them.
///
/// `callable`: has a connected telephone and is in no call. `favourite`: the agent has put them
/// first.
public record ColleagueView(
    UserId id, String name, PresenceView presence, boolean callable, boolean favourite) {}
