package org.hiwar.voice.media;

/// The two laws of ITU-T Recommendation G.711, as tables.
///
/// Linear samples are 16 bits, the 14 bits of µ-law and the 13 of A-law shifted up.
public final class G711 {
  /// The octets that mean no sound.
  public static final byte SILENT_MU = (byte) 0xFF;

  public static final byte SILENT_A = (byte) 0xD5;

  private static final short[] LINEAR_OF_MU = new short[256];
  private static final short[] LINEAR_OF_A = new short[256];

  /// The positive octets by magnitude, of which µ-law tells 13 bits apart.
  private static final byte[] MU_OF_MAGNITUDE = new byte[1 << 13];

  /// The positive octets by magnitude, of which A-law tells 11 bits apart.
  private static final byte[] A_OF_MAGNITUDE = new byte[1 << 11];

  private static final byte[] A_OF_MU = new byte[256];
  private static final byte[] MU_OF_A = new byte[256];

  static {
    for (var octet = 0; octet < 256; octet++) {
      LINEAR_OF_MU[octet] = (short) expandMu(octet);
      LINEAR_OF_A[octet] = (short) expandA(octet);
    }
    for (var i = 0; i < MU_OF_MAGNITUDE.length; i++) MU_OF_MAGNITUDE[i] = compressMu(i);
    for (var i = 0; i < A_OF_MAGNITUDE.length; i++) A_OF_MAGNITUDE[i] = compressA(i);
    for (var octet = 0; octet < 256; octet++) {
      A_OF_MU[octet] = nearest(LINEAR_OF_A, LINEAR_OF_MU[octet]);
      MU_OF_A[octet] = nearest(LINEAR_OF_MU, LINEAR_OF_A[octet]);
    }
  }

  private G711() {}

  public static short linearOfMu(byte octet) {
    return LINEAR_OF_MU[octet & 0xFF];
  }

  public static short linearOfA(byte octet) {
    return LINEAR_OF_A[octet & 0xFF];
  }

  public static byte muOf(int linear) {
    var octet = MU_OF_MAGNITUDE[Math.min(Math.abs(linear), Short.MAX_VALUE) >> 2];
    return linear < 0 ? (byte) (octet & 0x7F) : octet;
  }

  /// A-law has no zero: the negative values count from -1.
  public static byte aOf(int linear) {
    var magnitude = linear < 0 ? ~linear : linear;
    var octet = A_OF_MAGNITUDE[Math.min(magnitude, Short.MAX_VALUE) >> 4];
    return linear < 0 ? (byte) (octet & 0x7F) : octet;
  }

  public static byte aOfMu(byte octet) {
    return A_OF_MU[octet & 0xFF];
  }

  public static byte muOfA(byte octet) {
    return MU_OF_A[octet & 0xFF];
  }

  /// The linear value of an octet of the payload type [Payloads#PCMU] or [Payloads#PCMA].
  public static short linear(int type, byte octet) {
    return type == Payloads.PCMA ? linearOfA(octet) : linearOfMu(octet);
  }

  public static byte octet(int type, int linear) {
    return type == Payloads.PCMA ? aOf(linear) : muOf(linear);
  }

  /// The octet of a law whose value is nearest, the positive one of two. Encoding anew would not
  /// find it everywhere: where the steps grow, an interval reaches further down than up.
  private static byte nearest(short[] linearOf, int wanted) {
    var nearest = 0xFF;
    for (var octet = 0xFF; octet >= 0; octet--)
      if (Math.abs(linearOf[octet] - wanted) < Math.abs(linearOf[nearest] - wanted))
        nearest = octet;
    return (byte) nearest;
  }

  /// Sign, three bits of segment, four of step, all inverted. The bias of 33 (of 14 bits) makes
  /// each segment twice as long as the one before.
  private static int expandMu(int octet) {
    var bits = ~octet & 0xFF;
    var step = ((bits & 0x0F) << 1) + 33;
    var magnitude = ((step << ((bits >> 4) & 7)) - 33) << 2;
    return (bits & 0x80) != 0 ? -magnitude : magnitude;
  }

  /// Sign, segment and step with every second bit inverted. The first two segments are equally
  /// long.
  private static int expandA(int octet) {
    var bits = octet ^ 0x55;
    var segment = (bits >> 4) & 7;
    var step = ((bits & 0x0F) << 1) + 1;
    var magnitude = (segment == 0 ? step : (step + 32) << (segment - 1)) << 3;
    return (bits & 0x80) != 0 ? magnitude : -magnitude;
  }

  private static byte compressMu(int magnitude) {
    var biased = Math.min(magnitude + 33, 0x1FFF);
    var segment = 26 - Integer.numberOfLeadingZeros(biased);
    return (byte) ~((segment << 4) | ((biased >> (segment + 1)) & 0x0F));
  }

  private static byte compressA(int magnitude) {
    var segment = Math.max(0, 28 - Integer.numberOfLeadingZeros(magnitude));
    var step = (magnitude >> Math.max(0, segment - 1)) & 0x0F;
    return (byte) ((0x80 | (segment << 4) | step) ^ 0x55);
  }
}
