package org.hiwar.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// An item that says that the rest of a long message is not waited for any more. It looks like
/// nothing that comes from outside: a PDU begins with a length, and a form has an equals sign.
final class GivenUp {
  private static final String WORD = "given-up ";

  private static final Pattern ITEM = Pattern.compile(WORD + "([0-9]{1,18})");

  private GivenUp() {}

  static byte[] item(long message) {
    return (WORD + message).getBytes(StandardCharsets.US_ASCII);
  }

  /// The long message; empty: it is another item.
  static OptionalLong message(byte[] item) {
    var said = ITEM.matcher(new String(item, StandardCharsets.US_ASCII));
    return said.matches() ? OptionalLong.of(Long.parseLong(said.group(1))) : OptionalLong.empty();
  }
}
