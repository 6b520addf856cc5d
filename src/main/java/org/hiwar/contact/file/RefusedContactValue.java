package org.hiwar.contact.file;

import org.hiwar.platform.table.StorableText;
import org.jspecify.annotations.Nullable;

/// Something of a file that did not become part of a contact.
///
/// @param line where its row begins
/// @param whole the row was refused; false: a value of it alone
/// @param field as the file names the column, or its number; null: it is about the row
/// @param value as it stood in the file, cut
public record RefusedContactValue(
    long line, boolean whole, @Nullable String field, ContactReason reason, String value) {

  public RefusedContactValue {
    value = StorableText.cut(value, ContactFileLimits.REFUSED_VALUE);
    if (field != null) field = StorableText.cut(field, ContactFileLimits.REFUSED_VALUE);
  }
}
