package org.hiwar.conversation;

import java.time.Instant;

/// What a customer thought of an interaction.
///
/// @param stars 1 to 5, 5 is best
/// @param remark in the customer's own words; empty: none
public record Rating(int stars, String remark, Instant at) {}
