package org.hiwar.voice.webrtc.srtp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Numbers in network order.
final class Bytes {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private Bytes() {}

  static int integer(byte[] bytes, int at) {
    return (int) INT.get(bytes, at);
  }

  static void integer(byte[] bytes, int at, int value) {
    INT.set(bytes, at, value);
  }

  /// Mixes SSRC and 48 bits of index into an initialisation vector: 4 bytes and 6 bytes from `at`.
  static void mix(byte[] vector, int at, int ssrc, long index) {
    for (int i = 0; i < 4; i++) vector[at + i] ^= (byte) (ssrc >>> 24 - 8 * i);
    for (int i = 0; i < 6; i++) vector[at + 4 + i] ^= (byte) (index >>> 40 - 8 * i);
  }
}
