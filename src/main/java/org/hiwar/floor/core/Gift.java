package org.hiwar.floor.core;

import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// That an agent has given work away, and nobody has it yet.
///
/// @param from who gave it
/// @param to the colleague to whom alone it is offered, and from whom it comes back; null: whoever
///     serves its service
/// @param whole whoever accepts it gets whatever else `from` then has of its conversation, but for
///     calls
public record Gift(UserId from, @Nullable UserId to, boolean whole) {}
