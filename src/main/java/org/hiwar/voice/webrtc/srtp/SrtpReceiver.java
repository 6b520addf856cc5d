package org.hiwar.voice.webrtc.srtp;

import org.hiwar.voice.media.Rtp;

/// Takes the protection from what one peer sends
/// ([RFC 3711 section 3.3](https://www.rfc-editor.org/rfc/rfc3711#section-3.3) and 3.4). Not for
/// several threads at once. A forged packet changes nothing here.
public final class SrtpReceiver {
  /// Too short, of another version, or with a header or padding longer than the packet.
  public static final int MALFORMED = -1;
  public static final int NOT_AUTHENTIC = -2;
  /// Seen before, or too old to know.
  public static final int REPLAYED = -3;
  public static final int TOO_MANY_SOURCES = -4;

  /// In the word of SRTCP. What is sent in the clear is refused: both sides agreed to encrypt.
  static final int ENCRYPTED = 0x8000_0000;
  private static final int CONTROL_HEADER = 8;

  private final PacketCipher media;
  private final PacketCipher control;
  private final Sources mediaSources = new Sources();
  private final Sources controlSources = new Sources();

  public SrtpReceiver(ProtectionProfile profile, MasterKey master) {
    media = PacketCipher.ofRtp(profile, master);
    control = PacketCipher.ofRtcp(profile, master);
  }

  /// @return the length of the RTP packet, or a negative number as above
  public int unprotect(byte[] packet, int length) {
    if (!Rtp.hasHeader(packet, 0, length) || length > SrtpLimits.PACKET_BYTES) return MALFORMED;
    int ssrc = Rtp.ssrc(packet, 0);
    var window = mediaSources.windowOf(ssrc);
    if (window == null) return TOO_MANY_SOURCES;
    long index = window.indexOf(Rtp.sequence(packet, 0));
    if (!window.admits(index)) return REPLAYED;
    int plain = media.unprotect(packet, length, Rtp.headerLength(packet, 0), index);
    if (plain < 0) return NOT_AUTHENTIC;
    mediaSources.keep(ssrc, window);
    window.mark(index);
    return Rtp.isWellFormed(packet, 0, plain) ? plain : MALFORMED;
  }

  /// @return the length of the compound RTCP packet, or a negative number as above
  public int unprotectControl(byte[] packet, int length) {
    int wordAt = control.controlWordAt(length);
    if (wordAt < CONTROL_HEADER || length > SrtpLimits.PACKET_BYTES) return MALFORMED;
    int ssrc = Bytes.integer(packet, 4);
    var window = controlSources.windowOf(ssrc);
    if (window == null) return TOO_MANY_SOURCES;
    long index = Bytes.integer(packet, wordAt) & ~ENCRYPTED;
    if (!window.admits(index)) return REPLAYED;
    int plain = control.unprotectControl(packet, length);
    if (plain < 0) return NOT_AUTHENTIC;
    controlSources.keep(ssrc, window);
    window.mark(index);
    return plain;
  }
}
