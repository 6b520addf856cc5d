package org.hiwar.voice.call;

import java.time.Duration;
import java.time.Instant;
import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// A recording of a call, or of a part of one.
///
/// @param file below the folder of recordings, without ending
/// @param length null while it is being written
/// @param failed it could not be written; what there is cannot be listened to
public record CallRecording(
    RecordingId id,
    InteractionId call,
    UserId agent,
    String file,
    Instant began,
    int pauses,
    @Nullable Duration length,
    boolean failed) {}
