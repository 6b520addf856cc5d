package org.hiwar.messenger.stub;

import java.time.Instant;

/// A message as it stands on the customer's telephone.
///
/// @param id the provider's name for it
/// @param customer whose telephone it is on, a number with `+`
/// @param own whether the customer wrote it
/// @param file the name of what came with it; empty: nothing
/// @param seen whether the other side has read it
public record Shown(
    String id, String customer, boolean own, String text, String file, Instant at, boolean seen) {}
