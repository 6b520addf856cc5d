package org.hiwar.voice.webrtc.rtcp;

import java.time.Duration;

/// Conversions between nanoseconds, the clock of G.711 and that of NTP.
final class MediaClock {
  static final int HERTZ = 8_000;
  private static final long SECOND = 1_000_000_000L;

  private MediaClock() {}

  static long units(long nanos) {
    return nanos / (SECOND / HERTZ);
  }

  static Duration ofUnits(long units) {
    return Duration.ofNanos(units * (SECOND / HERTZ));
  }

  /// Seconds in the upper 32 bits, their fraction in the lower. They are not those since 1900 but
  /// those of a monotonic clock, which [RFC 3550 section
  /// 6.4.1](https://www.rfc-editor.org/rfc/rfc3550#section-6.4.1) allows.
  static long ntp(long nanos) {
    return nanos / SECOND << 32 | (nanos % SECOND << 32) / SECOND;
  }

  /// The middle 32 bits: units of 1/65,536 s.
  static int shortNtp(long nanos) {
    return (int) (ntp(nanos) >>> 16);
  }

  static Duration ofShortNtp(long units) {
    return Duration.ofNanos(units * SECOND >>> 16);
  }
}
