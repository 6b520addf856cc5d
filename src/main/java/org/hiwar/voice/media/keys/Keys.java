package org.hiwar.voice.media.keys;

/// The keys and the codes of their events (RFC 4733 section 3.2).
final class Keys {
  private static final String BY_CODE = "0123456789*#ABCD";

  private Keys() {}

  static int code(char key) {
    return BY_CODE.indexOf(Character.toUpperCase(key));
  }

  static boolean isCode(int code) {
    return code < BY_CODE.length();
  }

  static char key(int code) {
    return BY_CODE.charAt(code);
  }

  static boolean areKeys(String text) {
    return text.chars().allMatch(key -> code((char) key) >= 0);
  }
}
