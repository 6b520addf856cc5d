package org.hiwar.voice.call;

import java.time.Instant;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// The record of a call between two users. What is null has not happened.
///
/// @param result null when it was simply talked
public record InternalCallDetail(
    SideId id,
    UserId caller,
    UserId callee,
    Instant began,
    @Nullable Instant answered,
    @Nullable Instant ended,
    @Nullable CallResult result) {}
