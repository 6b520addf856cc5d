package org.hiwar.voice.webrtc.ice;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// User name fragment and password of one side
/// ([RFC 8445 section 5.3](https://www.rfc-editor.org/rfc/rfc8445#section-5.3),
/// [RFC 8839 section 5.4](https://www.rfc-editor.org/rfc/rfc8839#section-5.4)).
public record IceCredentials(String fragment, String password) {
  public static final Pattern FRAGMENT = Pattern.compile("[A-Za-z0-9+/]{4,256}");
  public static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9+/]{22,256}");
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /// 72 bits of fragment, so that nobody guesses which legs there are, and 192 of password.
  ///
  /// @param random a secure one
  public static IceCredentials create(RandomGenerator random) {
    return new IceCredentials(letters(random, 12), letters(random, 32));
  }

  private static String letters(RandomGenerator random, int count) {
    var text = new StringBuilder(count);
    random.ints(count, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
    return text.toString();
  }

  /// The password is not for logs.
  @Override
  public String toString() {
    return "IceCredentials[" + fragment + "]";
  }
}
