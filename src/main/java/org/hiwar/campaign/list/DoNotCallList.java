package org.hiwar.campaign.list;

import org.hiwar.campaign.DoNotCallListId;
import org.jspecify.annotations.Nullable;

/// A list of what must not be called.
///
/// @param field FIELD: the name of the field; null for every other kind
/// @param expiresDays of new entries; 0: never
/// @param everywhere it holds for every campaign, bound or not
/// @param fed it takes the numbers of customers who asked not to be called; NUMBER only
public record DoNotCallList(
    DoNotCallListId id,
    String name,
    DoNotCallKind kind,
    @Nullable String field,
    int expiresDays,
    boolean everywhere,
    boolean fed) {}
