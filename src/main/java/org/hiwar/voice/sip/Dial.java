package org.hiwar.voice.sip;

import java.time.Duration;
import java.util.List;

/// A call to be made.
///
/// @param offer a session description of ours
/// @param ringFor how long it may ring before it is given up
public record Dial(Target target, Caller caller, String offer, Duration ringFor) {
  public sealed interface Target {}

  /// To a number in the telephone network.
  ///
  /// @param trunks in the order in which they are tried; the next one when one cannot do it
  public record OverTrunks(DialString number, List<TrunkId> trunks) implements Target {
    public OverTrunks {
      trunks = List.copyOf(trunks);
      if (trunks.isEmpty()) throw new IllegalArgumentException("no trunk");
    }
  }

  /// To a telephone of ours.
  ///
  /// @param user of a registered phone
  public record ToPhone(String user) implements Target {}
}
