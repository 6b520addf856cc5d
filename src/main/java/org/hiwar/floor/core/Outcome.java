package org.hiwar.floor.core;

import java.util.List;

/// What one batch of commands changed: the events in order, and each changed row once, in its last
/// state.
public record Outcome(List<Event> events, List<AgentRow> agents, List<WorkRow> work) {}
