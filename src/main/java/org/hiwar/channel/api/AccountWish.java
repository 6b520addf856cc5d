package org.hiwar.channel.api;

import java.util.Map;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;

/// An account as it is to be.
///
/// @param address ours, as customers see it, however it is written
/// @param language the skill that its interactions need; null: not known
/// @param settings texts by name; empty: not set. A secret that is not in it stays as it was
record AccountWish(
    String name,
    String address,
    ServiceId service,
    @Nullable String language,
    Map<String, String> settings,
    boolean enabled) {

  /// Never a secret.
  @Override
  public String toString() {
    return "account " + name;
  }
}
