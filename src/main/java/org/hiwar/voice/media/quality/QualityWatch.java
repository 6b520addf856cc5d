package org.hiwar.voice.media.quality;

import org.hiwar.voice.media.LegStatistics;
import org.hiwar.voice.media.quality.Quality.Fine;
import org.hiwar.voice.media.quality.Quality.MicrophoneSilent;
import org.hiwar.voice.media.quality.Quality.NetworkDelays;
import org.hiwar.voice.media.quality.Quality.NetworkLoses;
import org.hiwar.voice.media.quality.Quality.NothingArrives;

/// Turns what is counted into what is said, and does not change its mind at every packet: a trouble
/// is told when it was seen twice, and taken back when three looks in a row were fine. A look every
/// few seconds, while the person is in a call. Not for several threads.
public final class QualityWatch {
  private static final int SEEN_TO_TELL = 2;
  private static final int SEEN_TO_TAKE_BACK = 3;

  /// Of packets lost in percent: heard from about three on; what was told stays until below two.
  private static final int LOSS = 3;

  private static final int LOSS_LEFT = 2;

  /// ITU-T Recommendation G.114: 400 ms one way is the limit of what can be planned with.
  private static final int ROUND_TRIP_MS = 500;

  private static final int ROUND_TRIP_LEFT_MS = 400;

  /// A loss that differs by less from the one told is the same.
  private static final int SAME_LOSS = 2;

  private static final int SAME_ROUND_TRIP_MS = 100;

  private LegStatistics before = LegStatistics.NOTHING;
  private Quality told = new Fine();
  private Quality seen = new Fine();
  private int times;

  /// A look at the counters, which only grow; gives what is to be said now.
  public Quality look(LegStatistics now, boolean silent) {
    var sight = sight(now, silent);
    before = now;
    times = isSame(sight, seen) ? times + 1 : 1;
    seen = sight;
    var needed = sight instanceof Fine ? SEEN_TO_TAKE_BACK : SEEN_TO_TELL;
    if (times >= needed && !isSame(sight, told)) told = sight;
    return told;
  }

  private Quality sight(LegStatistics now, boolean silent) {
    var received = now.received() - before.received();
    var lost = Math.max(0, now.lost() - before.lost());
    if (received <= 0) return new NothingArrives();
    var percent =
        (int) Math.max(Math.round(100.0 * lost / (received + lost)), now.farLossPercent());
    if (percent >= (told instanceof NetworkLoses ? LOSS_LEFT : LOSS))
      return new NetworkLoses(percent);
    if (now.roundTripMs() >= (told instanceof NetworkDelays ? ROUND_TRIP_LEFT_MS : ROUND_TRIP_MS))
      return new NetworkDelays(now.roundTripMs());
    return silent ? new MicrophoneSilent() : new Fine();
  }

  private static boolean isSame(Quality one, Quality other) {
    return switch (one) {
      case NetworkLoses(var percent) ->
          other instanceof NetworkLoses(var then) && Math.abs(percent - then) < SAME_LOSS;
      case NetworkDelays(var ms) ->
          other instanceof NetworkDelays(var then) && Math.abs(ms - then) < SAME_ROUND_TRIP_MS;
      case Fine _, MicrophoneSilent _, NothingArrives _ -> one.equals(other);
    };
  }
}
