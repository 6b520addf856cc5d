package org.hiwar.voice.call;

import java.util.Optional;
import org.hiwar.voice.media.sound.Clip;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// When one caller who waits is told something, and what. Used by the thread of the call alone.
final class QueueVoice {
  private static final Logger LOG = LoggerFactory.getLogger(QueueVoice.class);

  private final CallOffice office;
  private final CallKey call;
  private final @Nullable String language;
  private boolean waits;
  private long nextAt;

  /// @param language null when it is not known
  QueueVoice(CallOffice office, CallKey call, @Nullable String language) {
    this.office = office;
    this.call = call;
    this.language = language;
  }

  /// The caller waits from now on, or again; or does not.
  void waiting(boolean now, long nowNs) {
    if (now && !waits) nextAt = nowNs + CallLimits.FIRST_WORDS.toNanos();
    waits = now;
  }

  /// In nanoseconds; as long as can be while the caller does not wait.
  long untilNext(long nowNs) {
    return waits ? nextAt - nowNs : Long.MAX_VALUE;
  }

  /// What is to be said now; empty when there is nothing to say. Where it cannot be read how the
  /// caller stands, the music goes on.
  Optional<Clip> words(long nowNs) {
    nextAt = nowNs + QueueRules.Rule.USUAL.every().toNanos();
    try {
      return office
          .places()
          .place(call.workspace(), call.interaction())
          .flatMap(place -> words(place, nowNs));
    } catch (RuntimeException e) {
      LOG.warn("Nothing is announced to call {}: {}", call.interaction(), e.toString());
      return Optional.empty();
    }
  }

  private Optional<Clip> words(QueuePlaces.Place place, long nowNs) {
    var rule = office.queueRules().queueRule(call.workspace(), place.service());
    nextAt = nowNs + rule.every().toNanos();
    var words = office.studio().sounds().queue(language);
    return switch (rule.announce()) {
      case NOTHING -> Optional.empty();
      case POSITION -> Optional.of(words.position(place.number()));
      case WAIT -> Optional.ofNullable(place.expected()).map(words::expectedWait);
    };
  }
}
