package org.hiwar.voice.line.api;

import org.hiwar.voice.sip.TrunkState;
import org.hiwar.voice.sip.TrunkState.Health;

/// How it stands with a trunk, in the one word that an administrator looks for. What is wrong with
/// it in particular, and what to do, says [TrunkTrial].
enum TrunkStanding {
  /// Nobody has asked yet, or nobody is to be asked.
  UNKNOWN,
  /// The provider answers. It knows this server by its address.
  ANSWERS,
  REGISTERING,
  REGISTERED,
  /// The provider does not accept the log-in, for now at least.
  NOT_REGISTERED,
  /// The provider does not answer.
  SILENT;

  static TrunkStanding of(TrunkState state) {
    if (state.health() instanceof TrunkState.Unreachable) return SILENT;
    return switch (state.registration()) {
      case TrunkState.NotAsked _ -> asked(state.health());
      case TrunkState.Trying _ -> REGISTERING;
      case TrunkState.Registered _ -> REGISTERED;
      case TrunkState.NotRegistered _ -> NOT_REGISTERED;
    };
  }

  private static TrunkStanding asked(Health health) {
    return switch (health) {
      case TrunkState.Unknown _ -> UNKNOWN;
      case TrunkState.Reachable _ -> ANSWERS;
      case TrunkState.Unreachable _ -> SILENT;
    };
  }
}
