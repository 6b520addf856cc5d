package org.hiwar.voice.sip;

import java.util.Optional;
import java.util.regex.Pattern;

/// What can be dialled: digits, `*` and `#`, with a `+` in front if need be. Nothing else ever
/// becomes part of a SIP address of ours, so no dial string can smuggle in a parameter, a header or
/// a second destination.
public record DialString(String text) {
  /// E.164 has 15 digits at most; codes in front of a number make it longer.
  public static final int LONGEST = 32;

  private static final Pattern FORM = Pattern.compile("\\+?[0-9*#]{1," + (LONGEST - 1) + "}");

  public DialString {
    if (!isOne(text)) throw new IllegalArgumentException("not a dial string");
  }

  /// Empty when there is anything in it that cannot be dialled. Nothing is repaired: spaces and
  /// brackets are for whoever shows a field to a person.
  public static Optional<DialString> parse(String text) {
    return isOne(text) ? Optional.of(new DialString(text)) : Optional.empty();
  }

  private static boolean isOne(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
