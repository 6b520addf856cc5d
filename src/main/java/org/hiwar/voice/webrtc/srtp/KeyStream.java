package org.hiwar.voice.webrtc.srtp;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// The stream of bytes that content is mixed with: counters, encrypted block by block under one
/// key. The counter modes of the JDK want new parameters for every packet and make a kilobyte of
/// garbage of them; here nothing is made. Not for several threads at once.
final class KeyStream {
  static final int BLOCK = 16;

  /// Bytes of a counter block that do not count.
  static final int VECTOR = BLOCK - 2;

  /// Blocks that a packet of 20 ms needs; more is made room for when it comes.
  private static final int USUAL = 12;

  private final Cipher cipher;
  private byte[] counters = new byte[USUAL * BLOCK];
  private byte[] stream = new byte[USUAL * BLOCK];

  KeyStream(byte[] key) {
    try {
      cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES", e);
    }
  }

  /// So many blocks behind a vector of [#VECTOR] bytes, counted from `first` on; valid until the
  /// next call.
  byte[] blocks(byte[] vector, int first, int count) {
    if (count * BLOCK > stream.length) grow(count);
    for (int block = 0; block < count; block++) {
      int at = block * BLOCK;
      System.arraycopy(vector, 0, counters, at, VECTOR);
      counters[at + VECTOR] = (byte) (first + block >>> 8);
      counters[at + VECTOR + 1] = (byte) (first + block);
    }
    try {
      cipher.update(counters, 0, count * BLOCK, stream, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a block of AES", e);
    }
    return stream;
  }

  private void grow(int count) {
    counters = new byte[count * BLOCK];
    stream = new byte[count * BLOCK];
  }
}
