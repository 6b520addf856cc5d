package org.hiwar.voice.call;

import org.hiwar.voice.media.quality.Quality;
import org.hiwar.voice.media.quality.QualityWatch;
import org.jspecify.annotations.Nullable;

/// How the agent's side of a call sounds, looked at every few seconds while customer and agent hear
/// each other. Used by the thread of the call alone.
final class Sound {
  private long lookAt;
  private @Nullable QualityWatch watch;
  private @Nullable Quality quality;

  /// Null while nobody talks, and before the first look.
  @Nullable Quality quality() {
    return quality;
  }

  void begin(long nowNs) {
    watch = new QualityWatch();
    lookAt = nowNs + CallLimits.LOOK.toNanos();
  }

  void stop() {
    watch = null;
    quality = null;
  }

  /// In nanoseconds; as long as can be while nobody talks.
  long untilLook(long nowNs) {
    return watch == null ? Long.MAX_VALUE : lookAt - nowNs;
  }

  /// @param leg null when it is away at the moment
  void look(@Nullable AgentLeg leg, boolean muted, long nowNs) {
    lookAt = nowNs + CallLimits.LOOK.toNanos();
    if (leg == null || watch == null) return;
    var silent = !muted && leg.loudness().isSilentFor(CallLimits.QUIET);
    quality = watch.look(leg.statistics(), silent);
  }
}
