package org.hiwar.voice.media.rtp;

import java.net.InetSocketAddress;
import org.hiwar.voice.media.MediaLimits;
import org.hiwar.voice.media.Rtp;
import org.jspecify.annotations.Nullable;

/// Who may be the source of a leg, against those who inject audio or draw it to themselves (*RTP
/// Bleed*).
///
/// The address of the SDP is believed at once and always. Real phones announce one address and send
/// from another: another address of the same network, or of the networks configured for the trunk,
/// is accepted after [#IN_SEQUENCE] packets in sequence with an agreed payload type, as long as
/// none came from the address of the SDP. Once a source is accepted no other is, until a new SDP
/// (which makes a new rule).
///
/// For the thread that reads the leg alone.
final class SourceRule {
  /// Packets in sequence that make another address the source.
  static final int IN_SEQUENCE = 5;

  enum Verdict {
    /// It is the source, and was before.
    SOURCE,
    /// It is the source from this packet on.
    NEW_SOURCE,
    /// May become the source; this packet is not used.
    CANDIDATE,
    /// Neither the address of the SDP nor of an allowed network.
    FOREIGN,
    /// A source is accepted already, or there are too many candidates.
    TOO_LATE
  }

  private final FarEnd farEnd;
  private final Candidate[] candidates = new Candidate[MediaLimits.CANDIDATES];
  private int known;
  private @Nullable InetSocketAddress source;

  SourceRule(FarEnd farEnd) {
    this.farEnd = farEnd;
  }

  /// Judges a well-formed packet with an agreed payload type.
  Verdict judge(InetSocketAddress from, byte[] packet) {
    if (from.equals(source)) return Verdict.SOURCE;
    if (!farEnd.isSomewhere()) return Verdict.FOREIGN;
    if (from.equals(farEnd.rtp())) return become(from);
    if (source != null) return Verdict.TOO_LATE;
    return weigh(from, packet);
  }

  /// Nobody yet: null.
  @Nullable InetSocketAddress source() {
    return source;
  }

  private Verdict become(InetSocketAddress from) {
    source = from;
    return Verdict.NEW_SOURCE;
  }

  private Verdict weigh(InetSocketAddress from, byte[] packet) {
    var candidate = candidate(from);
    if (candidate == null) {
      if (!farEnd.mayBeAt(from.getAddress())) return Verdict.FOREIGN;
      if (known == candidates.length) return Verdict.TOO_LATE;
      candidate = candidates[known++] = new Candidate(from);
    }
    return candidate.inSequence(packet) == IN_SEQUENCE ? become(from) : Verdict.CANDIDATE;
  }

  private @Nullable Candidate candidate(InetSocketAddress from) {
    for (var i = 0; i < known; i++) if (candidates[i].from.equals(from)) return candidates[i];
    return null;
  }

  private static final class Candidate {
    final InetSocketAddress from;
    private int ssrc;
    private int next;
    private int inSequence;

    Candidate(InetSocketAddress from) {
      this.from = from;
    }

    /// How many packets of one stream have come without a gap, this one included.
    int inSequence(byte[] packet) {
      var sequence = Rtp.sequence(packet, 0);
      var goesOn = inSequence > 0 && Rtp.ssrc(packet, 0) == ssrc && sequence == next;
      ssrc = Rtp.ssrc(packet, 0);
      next = (sequence + 1) & 0xFFFF;
      inSequence = goesOn ? inSequence + 1 : 1;
      return inSequence;
    }
  }
}
