package org.hiwar.voice.webrtc.srtp;

import org.hiwar.voice.media.Rtp;

/// Protects what goes to one peer from one source. Not for several threads at once.
public final class SrtpSender {
  /// The packet is no RTP, or has no room for its tag.
  public static final int MALFORMED = -1;
  /// A packet with this sequence number was sent: a second one under the same number would give
  /// both away.
  public static final int REPEATED = -2;
  /// Indices of SRTCP have 31 bits; at one report a second they last 68 years.
  private static final int LAST_CONTROL_INDEX = Integer.MAX_VALUE;
  private static final int LONGEST_TAG = 16;

  private final PacketCipher media;
  private final PacketCipher control;
  private final ReplayWindow sent = new ReplayWindow();
  private int controlIndex;

  public SrtpSender(ProtectionProfile profile, MasterKey master) {
    media = PacketCipher.ofRtp(profile, master);
    control = PacketCipher.ofRtcp(profile, master);
  }

  /// Behind `length` there must be room for the tag. All packets have one and the same SSRC.
  ///
  /// @return the length of the protected packet, or a negative number as above
  public int protect(byte[] packet, int length) {
    if (!Rtp.hasHeader(packet, 0, length) || !hasRoom(packet, length, LONGEST_TAG))
      return MALFORMED;
    long index = sent.indexOf(Rtp.sequence(packet, 0));
    if (!sent.admits(index)) return REPEATED;
    sent.mark(index);
    return media.protect(packet, length, Rtp.headerLength(packet, 0), index);
  }

  /// Behind `length` there must be room for tag and index.
  ///
  /// @return the length of the protected packet, or [#MALFORMED]
  public int protectControl(byte[] packet, int length) {
    if (length < 8 || !hasRoom(packet, length, control.controlOverhead())) return MALFORMED;
    if (controlIndex == LAST_CONTROL_INDEX) throw new IllegalStateException("the keys are used up");
    return control.protectControl(packet, length, controlIndex++);
  }

  private static boolean hasRoom(byte[] packet, int length, int more) {
    return length + more <= Math.min(packet.length, SrtpLimits.PACKET_BYTES);
  }
}
