package org.hiwar.campaign.list;

import org.hiwar.platform.table.StorableText;
import org.jspecify.annotations.Nullable;

/// Something of a file that did not come into the list.
///
/// @param line where its row begins
/// @param whole the row was refused; false: a number of it alone
/// @param field null: it is about the row
/// @param value as it stood in the file, cut
public record RefusedValue(
    long line, boolean whole, @Nullable String field, Reason reason, String value) {

  public RefusedValue {
    value = StorableText.cut(value, ListLimits.REFUSED_VALUE);
  }
}
