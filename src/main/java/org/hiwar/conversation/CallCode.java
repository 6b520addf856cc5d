package org.hiwar.conversation;

import java.time.Instant;

/// Brings a caller into the conversation for which it was given.
///
/// @param digits [ConversationLimits#CODE_DIGITS] of them
public record CallCode(String digits, Instant expires) {}
