package org.hiwar.channel.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Channel;
import org.hiwar.channel.Line;
import org.hiwar.channel.Setting;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;

/// An account as administrators see it.
///
/// @param settings those that are no secrets, by name
/// @param secrets the names of those that are set: their values never leave the server
/// @param standing of its line; null: it is not enabled, or is just being opened
record AccountView(
    AccountId id,
    String channel,
    String name,
    String address,
    ServiceId service,
    @Nullable String language,
    Map<String, String> settings,
    List<String> secrets,
    boolean enabled,
    long version,
    @Nullable LineStanding standing) {

  /// @param since when that began
  /// @param code why it is down, as the screens translate it; null while it is up
  record LineStanding(boolean up, Instant since, @Nullable String code) {
    static LineStanding of(Line.Standing standing) {
      return new LineStanding(standing.up(), standing.since(), standing.code());
    }
  }

  /// @param channel empty: there is no such kind any more, and every setting counts as a secret
  static AccountView of(
      Account account, Optional<Channel> channel, Optional<Line.Standing> standing) {
    var shown = new TreeMap<>(account.settings());
    shown.keySet().removeIf(name -> isSecret(channel, name));
    return new AccountView(
        account.id(),
        account.channel(),
        account.name(),
        account.address(),
        account.service(),
        account.language(),
        shown,
        account.settings().keySet().stream()
            .filter(name -> isSecret(channel, name))
            .sorted()
            .toList(),
        account.enabled(),
        account.version(),
        standing.map(LineStanding::of).orElse(null));
  }

  private static boolean isSecret(Optional<Channel> channel, String name) {
    return channel.stream()
        .flatMap(one -> one.settings().stream())
        .noneMatch(setting -> setting.name().equals(name) && setting.kind() != Setting.Kind.SECRET);
  }
}
