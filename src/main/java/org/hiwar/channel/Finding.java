package org.hiwar.channel;

/// One thing that a test of an account has found.
///
/// @param code what was looked at, as the screens translate it: `channel.test.<code>`
/// @param detail what the other side said, for experts; empty: nothing
public record Finding(boolean good, String code, String detail) {
  public static Finding good(String code) {
    return new Finding(true, code, "");
  }

  public static Finding bad(String code, String detail) {
    return new Finding(false, code, detail);
  }
}
