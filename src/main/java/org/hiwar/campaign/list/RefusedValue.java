package org.hiwar.campaign.list;

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
    value = cut(value);
  }

  /// Never half a character, and nothing that the database cannot store.
  private static String cut(String value) {
    var stored = value.replace('\0', '\ufffd');
    if (stored.length() <= ListLimits.REFUSED_VALUE) return whole(stored);
    int end = ListLimits.REFUSED_VALUE;
    return whole(stored.substring(0, end));
  }

  private static String whole(String text) {
    return text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xfffd : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
