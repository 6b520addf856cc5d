package org.hiwar.contact;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hiwar.workspace.UserId;

/// That one contact has gone into another, which holds until it is undone.
///
/// @param took the fields of the kept contact that became those of the other
/// @param conversations those of the other contact that went on at that moment, and went with it
/// @param beside those of them that were open while the kept contact had an open one, too
/// @param undone nothing of it holds any more
public record ContactMerge(
    ContactMergeId id,
    ContactId kept,
    ContactId gone,
    UserId by,
    Instant at,
    Set<MergedField> took,
    List<Long> conversations,
    List<Long> beside,
    boolean undone) {
  public ContactMerge {
    took = Set.copyOf(took);
    conversations = List.copyOf(conversations);
    beside = List.copyOf(beside);
  }
}
