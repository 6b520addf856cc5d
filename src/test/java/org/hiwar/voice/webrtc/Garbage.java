package org.hiwar.voice.webrtc;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Datagrams that nobody should send: noise of every protocol, and things that are nearly right.
public final class Garbage {
  private static final int COOKIE = 0x2112A442;

  private final Random random;
  private final List<Supplier<byte[]>> kinds =
      List.of(this::noise, this::stun, this::record, this::clientHello, this::rtp, this::rtcp);

  public Garbage(long seed) {
    random = new Random(seed);
  }

  public byte[] next() {
    return kinds.get(random.nextInt(kinds.size())).get();
  }

  private byte[] noise() {
    var bytes = new byte[random.nextInt(1600)];
    random.nextBytes(bytes);
    return bytes;
  }

  /// A right header, and attributes whose lengths are anything.
  private byte[] stun() {
    var bytes = ByteBuffer.wrap(noise(4 * random.nextInt(5, 60)));
    bytes.putShort((short) (random.nextBoolean() ? 1 : random.nextInt(0x4000)));
    bytes.putShort((short) (bytes.capacity() - 20)).putInt(COOKIE).position(20);
    while (bytes.remaining() >= 8) {
      int length = random.nextInt(4) == 0 ? random.nextInt(0x10000) : 4;
      bytes.putShort((short) (random.nextBoolean() ? 6 : random.nextInt(0x10000)));
      bytes.putShort((short) length);
      bytes.position(Math.min(bytes.limit(), bytes.position() + (length + 3 & ~3)));
    }
    return bytes.array();
  }

  /// A record of DTLS of any type; every other one says the right length.
  private byte[] record() {
    var bytes = ByteBuffer.wrap(noise(random.nextInt(13, 400)));
    bytes
        .put((byte) random.nextInt(20, 64))
        .putShort((short) 0xFEFD)
        .putShort((short) random.nextInt(2));
    if (random.nextBoolean()) bytes.putShort(11, (short) (bytes.capacity() - 13));
    return bytes.array();
  }

  private byte[] clientHello() {
    return random.nextInt(3) == 0 ? firstPieceOfClientHello() : wholeClientHello();
  }

  /// A ClientHello up to its first length, and noise after it.
  byte[] wholeClientHello() {
    int body = random.nextInt(40, 300);
    return clientHello(body, body);
  }

  byte[] firstPieceOfClientHello() {
    int body = random.nextInt(40, 300);
    return clientHello(body, 2 * body);
  }

  private byte[] clientHello(int body, int claimed) {
    var bytes = ByteBuffer.wrap(noise(25 + body));
    bytes.put((byte) 22).putShort((short) 0xFEFD).putShort((short) 0).position(11);
    bytes.putShort((short) (12 + body)).put((byte) 1).put((byte) 0).putShort((short) claimed);
    bytes.putShort((short) 0).put(new byte[3]).put((byte) 0).putShort((short) body);
    bytes.putShort((short) 0xFEFD);
    return bytes.array();
  }

  private byte[] rtp() {
    var bytes = noise(random.nextInt(1, 300));
    bytes[0] = (byte) random.nextInt(128, 192);
    if (bytes.length > 1) bytes[1] = (byte) random.nextInt(128);
    return bytes;
  }

  private byte[] rtcp() {
    var bytes = noise(random.nextInt(2, 200));
    bytes[0] = (byte) random.nextInt(128, 192);
    bytes[1] = (byte) random.nextInt(192, 224);
    return bytes;
  }

  private byte[] noise(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
