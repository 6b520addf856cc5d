package org.hiwar.voice.sip;

import java.time.Instant;

/// How it stands with a trunk.
///
/// @param registration with the provider
/// @param health what the last OPTIONS brought
public record TrunkState(Registration registration, Health health) {
  public sealed interface Registration {}

  /// This trunk knows us by our address.
  public record NotAsked() implements Registration {}

  public record Trying() implements Registration {}

  public record Registered(Instant until) implements Registration {}

  public record NotRegistered(Refusal why, Instant nextTry) implements Registration {}

  public sealed interface Health {}

  public record Unknown() implements Health {}

  /// Something answered, whatever it said.
  public record Reachable(Instant since) implements Health {}

  public record Unreachable(Refusal why, Instant since) implements Health {}
}
