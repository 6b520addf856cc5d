package org.hiwar.voice.webrtc.srtp;

import java.security.MessageDigest;
import org.hiwar.voice.media.Rtp;

/// AES-GCM with 128 bits of key and tag ([RFC 7714 section
/// 8](https://www.rfc-editor.org/rfc/rfc7714#section-8) and 9). Put together here of the AES of the
/// JDK and our own hash, because the cipher of the JDK makes a kilobyte of garbage for every packet
/// (decision 0019).
final class GaloisCounterModeCipher implements PacketCipher {
  private static final int TAG = 16;
  private static final int WORD = 4;
  private static final int CONTROL_HEADER = 8;

  private final byte[] salt;
  private final KeyStream stream;
  private final Ghash hash;
  private final byte[] vector = new byte[KeyStream.VECTOR];
  private final byte[] control = new byte[CONTROL_HEADER + WORD];
  private final byte[] tag = new byte[TAG];
  private final byte[] claimed = new byte[TAG];

  GaloisCounterModeCipher(byte[] key, byte[] salt) {
    this.salt = salt.clone();
    stream = new KeyStream(key);
    hash = new Ghash(stream.blocks(vector, 0, 1));
  }

  @Override
  public int protect(byte[] packet, int length, int header, long index) {
    vector(Rtp.ssrc(packet, 0), index);
    hash.begin(packet, header);
    return seal(packet, header, length);
  }

  @Override
  public int unprotect(byte[] packet, int length, int header, long index) {
    if (length < header + TAG) return NOT_AUTHENTIC;
    vector(Rtp.ssrc(packet, 0), index);
    hash.begin(packet, header);
    return open(packet, header, length - TAG);
  }

  @Override
  public int protectControl(byte[] packet, int length, int index) {
    int word = index | SrtpReceiver.ENCRYPTED;
    beginControl(packet, word);
    int end = seal(packet, CONTROL_HEADER, length);
    Bytes.integer(packet, end, word);
    return end + WORD;
  }

  @Override
  public int unprotectControl(byte[] packet, int length) {
    int end = controlWordAt(length);
    if (end < CONTROL_HEADER + TAG) return NOT_AUTHENTIC;
    int word = Bytes.integer(packet, end);
    if (word >= 0) return NOT_AUTHENTIC;
    beginControl(packet, word);
    return open(packet, CONTROL_HEADER, end - TAG);
  }

  @Override
  public int controlOverhead() {
    return TAG + WORD;
  }

  @Override
  public int controlWordAt(int length) {
    return length - WORD;
  }

  /// What of a report is authenticated but not encrypted stands at both of its ends.
  private void beginControl(byte[] packet, int word) {
    System.arraycopy(packet, 0, control, 0, CONTROL_HEADER);
    Bytes.integer(control, CONTROL_HEADER, word);
    vector(Bytes.integer(packet, 4), word & ~SrtpReceiver.ENCRYPTED);
    hash.begin(control, control.length);
  }

  private void vector(int ssrc, long index) {
    System.arraycopy(salt, 0, vector, 0, salt.length);
    Bytes.mix(vector, 2, ssrc, index);
  }

  private int seal(byte[] packet, int from, int to) {
    var bytes = stream(to - from);
    mix(bytes, packet, from, to);
    hash.content(packet, from, to);
    finish(bytes);
    System.arraycopy(tag, 0, packet, to, TAG);
    return to + TAG;
  }

  private int open(byte[] packet, int from, int to) {
    var bytes = stream(to - from);
    hash.content(packet, from, to);
    finish(bytes);
    System.arraycopy(packet, to, claimed, 0, TAG);
    if (!MessageDigest.isEqual(tag, claimed)) return NOT_AUTHENTIC;
    mix(bytes, packet, from, to);
    return to;
  }

  /// The first block hides the hash, those behind it the content.
  private byte[] stream(int length) {
    return stream.blocks(vector, 1, 1 + (length + KeyStream.BLOCK - 1) / KeyStream.BLOCK);
  }

  private static void mix(byte[] bytes, byte[] packet, int from, int to) {
    for (int i = 0; i < to - from; i++) packet[from + i] ^= bytes[KeyStream.BLOCK + i];
  }

  private void finish(byte[] bytes) {
    hash.finish(tag);
    for (int i = 0; i < TAG; i++) tag[i] ^= bytes[i];
  }
}
