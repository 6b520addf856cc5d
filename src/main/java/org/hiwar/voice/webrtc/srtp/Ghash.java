package org.hiwar.voice.webrtc.srtp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The hash of AES-GCM (NIST SP 800-38D, section 6.4):
/// multiplications in GF(2^128), whose bits are written in reverse order.
///
/// The time it takes does not depend on the bytes: carries are kept out of ordinary
/// multiplications by holes of three zeros between the bits of their operands, and nothing is
/// looked up. The JDK has this hash only inside of a cipher that is set up anew for every packet.
/// Not for several threads at once.
final class Ghash {
  private static final int BLOCK = 16;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /// Every fourth bit.
  private static final long BITS_0 = 0x1111_1111_1111_1111L;

  private static final long BITS_1 = BITS_0 << 1;
  private static final long BITS_2 = BITS_0 << 2;
  private static final long BITS_3 = BITS_0 << 3;

  private final long keyHigh;
  private final long keyLow;
  private final long reversedKeyHigh;
  private final long reversedKeyLow;
  private final byte[] rest = new byte[BLOCK];
  private long high;
  private long low;
  private int additionalLength;
  private int contentLength;

  /// @param key a block of zeros, encrypted
  Ghash(byte[] key) {
    keyHigh = (long) LONG.get(key, 0);
    keyLow = (long) LONG.get(key, 8);
    reversedKeyHigh = Long.reverse(keyHigh);
    reversedKeyLow = Long.reverse(keyLow);
  }

  /// Begins with the first `to` bytes of what is authenticated only.
  void begin(byte[] additional, int to) {
    high = 0;
    low = 0;
    additionalLength = to;
    update(additional, 0, to);
  }

  /// The encrypted bytes, all at once.
  void content(byte[] bytes, int from, int to) {
    contentLength = to - from;
    update(bytes, from, to);
  }

  void finish(byte[] into) {
    block(8L * additionalLength, 8L * contentLength);
    LONG.set(into, 0, high);
    LONG.set(into, 8, low);
  }

  /// Filled up with zeros to a whole block.
  private void update(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + BLOCK <= to; at += BLOCK) block(bytes, at);
    if (at == to) return;
    LONG.set(rest, 0, 0L);
    LONG.set(rest, 8, 0L);
    System.arraycopy(bytes, at, rest, 0, to - at);
    block(rest, 0);
  }

  private void block(byte[] bytes, int at) {
    block((long) LONG.get(bytes, at), (long) LONG.get(bytes, at + 8));
  }

  /// The product of polynomials of 128 bits out of three of 64 (Karatsuba). The upper half of one
  /// of 64 bits is the lower half of the product of the reversed ones, reversed.
  private void block(long moreHigh, long moreLow) {
    long one = high ^ moreHigh;
    long other = low ^ moreLow;
    long reversedOne = Long.reverse(one);
    long reversedOther = Long.reverse(other);
    long highs = product(one, keyHigh);
    long lows = product(other, keyLow);
    long mixed = product(one ^ other, keyHigh ^ keyLow) ^ highs ^ lows;
    long upperHighs = product(reversedOne, reversedKeyHigh);
    long upperLows = product(reversedOther, reversedKeyLow);
    long upperMixed =
        product(reversedOne ^ reversedOther, reversedKeyHigh ^ reversedKeyLow)
            ^ upperHighs
            ^ upperLows;
    reduce(
        Long.reverse(upperHighs) >>> 1,
        highs ^ Long.reverse(upperMixed) >>> 1,
        mixed ^ Long.reverse(upperLows) >>> 1,
        lows);
  }

  /// Modulo x^128 + x^7 + x^2 + x + 1; a to d are the product, from its highest bits on.
  private void reduce(long a, long b, long c, long d) {
    long highest = a << 1 | b >>> 63;
    long higher = b << 1 | c >>> 63;
    long lower = c << 1 | d >>> 63;
    long lowest = d << 1;
    higher ^= lowest ^ lowest >>> 1 ^ lowest >>> 2 ^ lowest >>> 7;
    lower ^= lowest << 63 ^ lowest << 62 ^ lowest << 57;
    highest ^= lower ^ lower >>> 1 ^ lower >>> 2 ^ lower >>> 7;
    higher ^= lower << 63 ^ lower << 62 ^ lower << 57;
    high = highest;
    low = higher;
  }

  /// The lower 64 bits of a product without carries. At most 16 ones meet in a place, and 16 of
  /// them reach the hole above the highest group only, where there is nothing left to spoil.
  private static long product(long a, long b) {
    long a0 = a & BITS_0;
    long a1 = a & BITS_1;
    long a2 = a & BITS_2;
    long a3 = a & BITS_3;
    long b0 = b & BITS_0;
    long b1 = b & BITS_1;
    long b2 = b & BITS_2;
    long b3 = b & BITS_3;
    return ((a0 * b0 ^ a1 * b3 ^ a2 * b2 ^ a3 * b1) & BITS_0)
        | ((a0 * b1 ^ a1 * b0 ^ a2 * b3 ^ a3 * b2) & BITS_1)
        | ((a0 * b2 ^ a1 * b1 ^ a2 * b0 ^ a3 * b3) & BITS_2)
        | ((a0 * b3 ^ a1 * b2 ^ a2 * b1 ^ a3 * b0) & BITS_3);
  }
}
