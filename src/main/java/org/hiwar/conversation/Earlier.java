package org.hiwar.conversation;

import java.time.Instant;

/// What a message said, until `until`.
public record Earlier(String text, Instant until) {}
