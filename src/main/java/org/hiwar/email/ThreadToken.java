package org.hiwar.email;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The part of our address that names a thread: `orders+h7k2…@shop.example` for
/// `orders@shop.example` (RFC 5233). Nobody can guess one.
final class ThreadToken {
  private static final Pattern TOKEN = Pattern.compile("h[a-z2-7]{20}");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

  private ThreadToken() {}

  /// @param random 20 bytes at least
  static String of(byte[] random) {
    var token = new StringBuilder("h");
    for (int i = 0; i < 20; i++) token.append(LETTERS.charAt(random[i] & 31));
    return token.toString();
  }

  static String address(String ours, String token) {
    int at = ours.lastIndexOf('@');
    return ours.substring(0, at) + "+" + token + ours.substring(at);
  }

  /// The token of the first of these addresses that is ours with one.
  static Optional<String> in(String ours, List<String> addresses) {
    int at = ours.lastIndexOf('@');
    var before = ours.substring(0, at).toLowerCase(Locale.ROOT) + "+";
    var behind = ours.substring(at).toLowerCase(Locale.ROOT);
    return addresses.stream()
        .map(address -> address.toLowerCase(Locale.ROOT))
        .filter(address -> address.startsWith(before) && address.endsWith(behind))
        .filter(address -> address.length() > before.length() + behind.length())
        .map(address -> address.substring(before.length(), address.length() - behind.length()))
        .filter(token -> TOKEN.matcher(token).matches())
        .findFirst();
  }

  /// Whether the address is ours, with or without a token.
  static boolean isOurs(String ours, String address) {
    return address.equalsIgnoreCase(ours) || in(ours, List.of(address)).isPresent();
  }
}
