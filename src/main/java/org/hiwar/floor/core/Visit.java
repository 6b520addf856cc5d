package org.hiwar.floor.core;

import org.hiwar.workspace.Medium;

/// That an agent is in work that another one has, or is asked into it.
///
/// @param conversation as of the work; 0: it belongs to nothing
public record Visit(WorkId work, Medium medium, long conversation, Guest guest) {}
