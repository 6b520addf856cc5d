package org.hiwar.voice.line.api;

import java.util.List;
import org.hiwar.voice.sip.Transport;
import org.jspecify.annotations.Nullable;

/// A trunk as it is to be.
///
/// @param position among the trunks: calls go out over the lowest that can do it
/// @param user and `password` null: the provider knows this server by its address. The password
///     alone null: it stays as it was
/// @param registers whether this server tells the provider where it is
/// @param checked whether the provider is asked every half minute if it is there
/// @param alsoFrom further hosts from which the provider sends
record TrunkWish(
    String name,
    int position,
    String host,
    int port,
    Transport transport,
    @Nullable String user,
    @Nullable String password,
    boolean registers,
    boolean checked,
    boolean followsRedirects,
    List<String> alsoFrom) {

  /// Never the password.
  @Override
  public String toString() {
    return "trunk " + name;
  }
}
