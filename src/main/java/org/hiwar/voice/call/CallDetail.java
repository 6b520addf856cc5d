package org.hiwar.voice.call;

import java.time.Duration;
import java.time.Instant;
import org.hiwar.conversation.Direction;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionId;
import org.hiwar.voice.sip.TrunkId;
import org.jspecify.annotations.Nullable;

/// The detail record of a call. What is null has not happened, or does not apply.
///
/// @param caller empty when withheld, and for a call from a page
/// @param called for a call from a page the entry's name there
/// @param trunk over which it came in; null for a call that we make, and for one from a page
/// @param sipCall empty for a call from a page
/// @param talked how long agent and customer heard each other
public record CallDetail(
    InteractionId id,
    Direction direction,
    String caller,
    String called,
    @Nullable TrunkId trunk,
    String sipCall,
    Instant began,
    @Nullable Instant answered,
    @Nullable Instant joined,
    Duration talked,
    @Nullable String forwardedTo,
    @Nullable Instant ended,
    @Nullable EndedBy endedBy,
    CallEnd.@Nullable Cause cause,
    @Nullable CallResult result) {}
