package org.hiwar.channel;

import java.util.Map;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Where a channel comes in and goes out: a sender of SMS, a mailbox, a number of a messenger.
///
/// `channel` is the name of its [Channel], `address` what customers see and write to, normalised,
/// `service` who answers. `language` (ar, en…) is the skill that its interactions need; null: not
/// known. `settings` are those that the channel asks for ([Channel#settings]), secrets among them:
/// never to be shown or logged; what is not set is not in it. One that is not `enabled` takes
/// nothing in, and nothing is sent from it (S0-47).
public record Account(
    WorkspaceId workspace,
    AccountId id,
    String channel,
    String name,
    String address,
    ServiceId service,
    @Nullable String language,
    Map<String, String> settings,
    boolean enabled,
    long version) {
  public Account {
    settings = Map.copyOf(settings);
  }

  /// The value of a setting; empty text when it is not set.
  public String setting(String name) {
    return settings.getOrDefault(name, "");
  }

  /// The same with other settings.
  Account with(Map<String, String> others) {
    return new Account(
        workspace, id, channel, name, address, service, language, others, enabled, version);
  }

  /// Without its secrets, as logs may have it.
  @Override
  public String toString() {
    return channel + " " + name + " " + id;
  }
}
