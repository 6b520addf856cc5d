package org.hiwar.voice.media;

/// How audio travels between here and the far end of a leg, since the leg was opened.
///
/// @param received packets that came
/// @param lost packets that should have come and did not
/// @param jitterMs how unevenly they come
/// @param farLossPercent what the far end lost of ours in its last interval, or [#UNKNOWN]
/// @param roundTripMs there and back, or [#UNKNOWN]
public record LegStatistics(
    long received, long lost, int jitterMs, int farLossPercent, int roundTripMs) {
  /// The far end has not reported yet, or never does.
  public static final int UNKNOWN = -1;

  public static final LegStatistics NOTHING = new LegStatistics(0, 0, 0, UNKNOWN, UNKNOWN);
}
