package org.hiwar.voice.webrtc.srtp;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hiwar.voice.media.Rtp;

/// AES in counter mode with an HMAC-SHA1 of 80 bits
/// ([RFC 3711 section 4.1.1](https://www.rfc-editor.org/rfc/rfc3711#section-4.1.1) and 4.2.1).
final class CounterModeCipher implements PacketCipher {
  static final int AUTHENTICATION_KEY = 20;
  private static final int TAG = 10;
  private static final int WORD = 4;
  private static final int CONTROL_HEADER = 8;

  private final byte[] salt;
  private final KeyStream stream;
  private final Mac mac;
  private final byte[] vector = new byte[KeyStream.VECTOR];
  private final byte[] word = new byte[WORD];
  private final byte[] digest = new byte[20];
  private final byte[] tag = new byte[TAG];
  private final byte[] claimed = new byte[TAG];

  CounterModeCipher(byte[] key, byte[] salt, byte[] authenticationKey) {
    this.salt = salt.clone();
    stream = new KeyStream(key);
    try {
      mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(authenticationKey, "HmacSHA1"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA1", e);
    }
  }

  @Override
  public int protect(byte[] packet, int length, int header, long index) {
    applyStream(packet, header, length, Rtp.ssrc(packet, 0), index);
    authenticate(packet, length, (int) (index >>> 16));
    System.arraycopy(tag, 0, packet, length, TAG);
    return length + TAG;
  }

  @Override
  public int unprotect(byte[] packet, int length, int header, long index) {
    int content = length - TAG;
    if (content < header) return NOT_AUTHENTIC;
    authenticate(packet, content, (int) (index >>> 16));
    if (!isClaimed(packet, content)) return NOT_AUTHENTIC;
    applyStream(packet, header, content, Rtp.ssrc(packet, 0), index);
    return content;
  }

  @Override
  public int protectControl(byte[] packet, int length, int index) {
    applyStream(packet, CONTROL_HEADER, length, Bytes.integer(packet, 4), index);
    int word = index | SrtpReceiver.ENCRYPTED;
    authenticate(packet, length, word);
    Bytes.integer(packet, length, word);
    System.arraycopy(tag, 0, packet, length + WORD, TAG);
    return length + WORD + TAG;
  }

  @Override
  public int unprotectControl(byte[] packet, int length) {
    int content = controlWordAt(length);
    if (content < CONTROL_HEADER) return NOT_AUTHENTIC;
    int word = Bytes.integer(packet, content);
    authenticate(packet, content, word);
    if (word >= 0 || !isClaimed(packet, content + WORD)) return NOT_AUTHENTIC;
    int index = word & ~SrtpReceiver.ENCRYPTED;
    applyStream(packet, CONTROL_HEADER, content, Bytes.integer(packet, 4), index);
    return content;
  }

  @Override
  public int controlOverhead() {
    return WORD + TAG;
  }

  @Override
  public int controlWordAt(int length) {
    return length - TAG - WORD;
  }

  /// Encrypts and decrypts.
  private void applyStream(byte[] packet, int from, int to, int ssrc, long index) {
    System.arraycopy(salt, 0, vector, 0, salt.length);
    Bytes.mix(vector, 4, ssrc, index);
    int length = to - from;
    int blocks = (length + KeyStream.BLOCK - 1) / KeyStream.BLOCK;
    var bytes = stream.blocks(vector, 0, blocks);
    for (int i = 0; i < length; i++) packet[from + i] ^= bytes[i];
  }

  private void authenticate(byte[] packet, int length, int trailer) {
    Bytes.integer(word, 0, trailer);
    mac.update(packet, 0, length);
    mac.update(word);
    try {
      mac.doFinal(digest, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA1", e);
    }
    System.arraycopy(digest, 0, tag, 0, TAG);
  }

  private boolean isClaimed(byte[] packet, int at) {
    System.arraycopy(packet, at, claimed, 0, TAG);
    return MessageDigest.isEqual(tag, claimed);
  }
}
