package org.hiwar.conversation;

import java.time.Instant;

/// That a message does not say any more what was written first.
///
/// @param at when it was changed last
/// @param withdrawn it says nothing any more: its text is empty
public record Wording(Instant at, boolean withdrawn) {}
