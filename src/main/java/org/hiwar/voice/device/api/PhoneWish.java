package org.hiwar.voice.device.api;

import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// A telephone as it is to be.
///
/// @param user whose calls it takes
/// @param login the name it registers with
/// @param password null: it stays as it was, which it can only as long as the login does
record PhoneWish(String name, UserId user, String login, @Nullable String password) {
  /// Never the password.
  @Override
  public String toString() {
    return "phone " + name;
  }
}
