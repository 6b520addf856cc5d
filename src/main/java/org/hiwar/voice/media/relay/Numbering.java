package org.hiwar.voice.media.relay;

import org.hiwar.voice.media.MediaLimits;
import org.hiwar.voice.media.Rtp;

/// Makes one stream of many: sequence numbers that only rise, timestamps that follow the time
/// ([RFC 3550](https://www.rfc-editor.org/rfc/rfc3550) section 5.1), across any change of source.
///
/// Numbers never repeat, because SRTP would encrypt two packets with one key stream; a packet that
/// comes late is therefore dropped, as if it had been lost. Gaps of a source stay gaps, so that the
/// far end conceals them. Not for several threads.
final class Numbering {
  /// How late a packet may come and still follow the last one without a gap: jitter, no silence.
  private static final int UNEVENNESS = 2 * MediaLimits.FRAME;

  private int sequence;
  private int timestamp;
  private int samples = MediaLimits.FRAME;
  private long sentAt;
  private boolean begun;

  private boolean known;
  private int sourceSsrc;
  private int sourceSequence;
  private int sourceTimestamp;
  private int shift;

  /// @param sequence and `timestamp` to begin with, which must be random
  Numbering(int sequence, int timestamp) {
    this.sequence = sequence & 0xFFFF;
    this.timestamp = timestamp;
  }

  enum Step {
    /// The stream goes on.
    NEXT,
    /// The first packet of a source: the marker is set.
    FIRST,
    /// Came after a later one: to be dropped.
    LATE
  }

  /// The next packet is of another source.
  void changeSource() {
    known = false;
  }

  /// Counts in a packet of the source, which carries `length` samples; [#sequence] and
  /// [#timestampOf] are its numbers then.
  Step next(byte[] packet, int offset, int length, long now) {
    var step = step(packet, offset);
    if (step == Step.LATE) return step;
    if (step == Step.FIRST) rebase(packet, offset, now);
    else sequence += Rtp.sequenceStep(sourceSequence, Rtp.sequence(packet, offset));
    remember(packet, offset);
    sent(sourceTimestamp + shift, length, now);
    return step;
  }

  /// Passes over a packet of the source that is not sent, without leaving a gap.
  void skip(byte[] packet, int offset) {
    if (known && step(packet, offset) == Step.NEXT) remember(packet, offset);
  }

  /// The number of a packet that comes from no source, and the timestamp that it would begin at.
  int insert(long now) {
    var at = due(now);
    sequence++;
    begun = true;
    return at;
  }

  /// What was inserted reaches from `at` on over `length` samples.
  void inserted(int at, int length, long now) {
    sent(at, length, now);
  }

  int sequence() {
    return sequence & 0xFFFF;
  }

  int timestampOf(byte[] packet, int offset) {
    return Rtp.timestamp(packet, offset) + shift;
  }

  private Step step(byte[] packet, int offset) {
    if (!known || Rtp.ssrc(packet, offset) != sourceSsrc) return Step.FIRST;
    var ahead = Rtp.sequenceStep(sourceSequence, Rtp.sequence(packet, offset));
    var jump = Math.abs(Rtp.timestamp(packet, offset) - sourceTimestamp);
    if (Math.abs(ahead) > MediaLimits.DROPOUT || jump > MediaLimits.TIMESTAMP_JUMP)
      return Step.FIRST;
    return ahead > 0 ? Step.NEXT : Step.LATE;
  }

  private void rebase(byte[] packet, int offset, long now) {
    shift = due(now) - Rtp.timestamp(packet, offset);
    sequence++;
    known = true;
    begun = true;
  }

  private void remember(byte[] packet, int offset) {
    sourceSsrc = Rtp.ssrc(packet, offset);
    sourceSequence = Rtp.sequence(packet, offset);
    sourceTimestamp = Rtp.timestamp(packet, offset);
  }

  /// The timestamp of what is sent now: right behind the last, or later when time has passed.
  private int due(long now) {
    if (!begun) return timestamp;
    var passed = (now - sentAt) * MediaLimits.RATE / 1_000_000_000L;
    return timestamp + (passed > samples + UNEVENNESS ? (int) passed : samples);
  }

  /// The packets of a key have the timestamp of its beginning, so it may stand still.
  private void sent(int at, int length, long now) {
    if (at - timestamp < 0) return;
    timestamp = at;
    samples = length;
    sentAt = now;
  }
}
