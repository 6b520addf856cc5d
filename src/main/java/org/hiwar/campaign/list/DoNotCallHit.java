package org.hiwar.campaign.list;

import org.hiwar.campaign.DoNotCallListId;
import org.hiwar.campaign.RecordId;
import org.hiwar.workspace.DispositionId;
import org.jspecify.annotations.Nullable;

/// A reason not to call a record, or one of its numbers.
///
/// @param position of the number; 0: the whole record
/// @param value the entry
/// @param disposition what the campaign writes then; null: the usual one
public record DoNotCallHit(
    RecordId record,
    int position,
    DoNotCallListId list,
    String value,
    @Nullable DispositionId disposition) {

  /// Position of a hit that is about the whole record.
  public static final int WHOLE = 0;

  public boolean whole() {
    return position == WHOLE;
  }
}
