package org.hiwar.voice.webrtc.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What both profiles promise.
class SrtpTest {
  private static final int HEADER = 12;
  private static final int PLAIN = HEADER + 160;
  private static final int SSRC = 0xCAFE;

  @ParameterizedTest
  @EnumSource
  void packetsComeBackAsTheyWereAndOthersDoNotReadThem(ProtectionProfile profile) {
    var pair = new Pair(profile);
    for (int sequence = 0; sequence < 100; sequence++) {
      var plain = rtp(SSRC, sequence);
      var sent = pair.protect(plain);
      assertThat(Arrays.copyOfRange(sent, HEADER, PLAIN))
          .isNotEqualTo(Arrays.copyOfRange(plain, HEADER, PLAIN));
      assertThat(pair.unprotect(sent)).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPacketIsTakenOnce(ProtectionProfile profile) {
    var pair = new Pair(profile);
    var first = pair.protect(rtp(SSRC, 1));
    var second = pair.protect(rtp(SSRC, 2));

    assertThat(pair.take(second)).isEqualTo(PLAIN);
    assertThat(pair.take(first)).as("late, but new").isEqualTo(PLAIN);
    assertThat(pair.take(first)).isEqualTo(SrtpReceiver.REPLAYED);
    assertThat(pair.take(second)).isEqualTo(SrtpReceiver.REPLAYED);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsTooOldToKnowIsNotTaken(ProtectionProfile profile) {
    var pair = new Pair(profile);
    var old = pair.protect(rtp(SSRC, 0));
    var oldest = pair.protect(rtp(SSRC, 1));
    for (int sequence = 2; sequence < 65; sequence++) pair.take(pair.protect(rtp(SSRC, sequence)));

    assertThat(pair.take(oldest)).isEqualTo(PLAIN);
    assertThat(pair.take(old)).isEqualTo(SrtpReceiver.REPLAYED);
  }

  @ParameterizedTest
  @EnumSource
  void sequenceNumbersBeginAnewAgainAndAgain(ProtectionProfile profile) {
    var pair = new Pair(profile);
    for (int i = 0; i < 5 * 65_536; i += 1_000) {
      var plain = rtp(SSRC, i & 0xffff);
      assertThat(pair.unprotect(pair.protect(plain))).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPacketFromBeforeTheTurnOfSequenceNumbersIsStillRead(ProtectionProfile profile) {
    var pair = new Pair(profile);
    pair.take(pair.protect(rtp(SSRC, 65_533)));
    var before = pair.protect(rtp(SSRC, 65_535));
    var after = pair.protect(rtp(SSRC, 0));

    assertThat(pair.take(after)).isEqualTo(PLAIN);
    assertThat(pair.take(before)).isEqualTo(PLAIN);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsSentTwiceUnderOneSequenceNumber(ProtectionProfile profile) {
    var pair = new Pair(profile);
    pair.protect(rtp(SSRC, 7));

    assertThat(pair.sender.protect(withRoom(rtp(SSRC, 7)), PLAIN)).isEqualTo(SrtpSender.REPEATED);
  }

  /// One bit of every byte, header included.
  @ParameterizedTest
  @EnumSource
  void aChangedPacketIsRefusedAndTheTrueOneStillTaken(ProtectionProfile profile) {
    var pair = new Pair(profile);
    pair.take(pair.protect(rtp(SSRC, 1)));
    var sent = pair.protect(rtp(SSRC, 2));
    for (int at = 0; at < sent.length; at++) {
      var changed = sent.clone();
      changed[at] ^= 1;
      assertThat(pair.take(changed)).as("byte %d", at).isNegative();
    }
    assertThat(pair.take(sent)).isEqualTo(PLAIN);
  }

  @ParameterizedTest
  @EnumSource
  void aFloodOfForgedSourcesLeavesRoomForTheTrueOne(ProtectionProfile profile) {
    var pair = new Pair(profile);
    for (int source = 0; source < 10_000; source++)
      assertThat(pair.take(withRoom(rtp(source, 1)))).isEqualTo(SrtpReceiver.NOT_AUTHENTIC);

    assertThat(pair.take(pair.protect(rtp(SSRC, 1)))).isEqualTo(PLAIN);
  }

  @ParameterizedTest
  @EnumSource
  void reportsComeBackAreTakenOnceAndNotWhenChanged(ProtectionProfile profile) {
    var pair = new Pair(profile);
    for (int i = 0; i < 10; i++) {
      var plain = report();
      var bytes = withRoom(plain);
      int length = pair.sender.protectControl(bytes, plain.length);
      var sent = Arrays.copyOf(bytes, length);
      for (int at = 0; at < length; at++) {
        var changed = sent.clone();
        changed[at] ^= 1;
        assertThat(pair.receiver.unprotectControl(changed, length)).as("byte %d", at).isNegative();
      }
      var taken = sent.clone();
      assertThat(pair.receiver.unprotectControl(taken, length)).isEqualTo(plain.length);
      assertThat(Arrays.copyOf(taken, plain.length)).isEqualTo(plain);
      assertThat(pair.receiver.unprotectControl(sent, length)).isEqualTo(SrtpReceiver.REPLAYED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noiseIsRefusedWhateverItsLength(ProtectionProfile profile) {
    var pair = new Pair(profile);
    var random = new Random(3711);
    for (int i = 0; i < 20_000; i++) {
      var bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      if (bytes.length > 0) bytes[0] = (byte) (0x80 | bytes[0] & 0x3f);
      assertThat(pair.receiver.unprotect(bytes.clone(), bytes.length)).isNegative();
      assertThat(pair.receiver.unprotectControl(bytes, bytes.length)).isNegative();
    }
  }

  private static byte[] rtp(int ssrc, int sequence) {
    var packet = ByteBuffer.allocate(PLAIN);
    packet.putShort((short) 0x8000).putShort((short) sequence).putInt(160 * sequence).putInt(ssrc);
    new Random(sequence).ints(160, 0, 256).forEach(value -> packet.put((byte) value));
    return packet.array();
  }

  private static byte[] report() {
    return ByteBuffer.allocate(8).putInt(0x80c90001).putInt(SSRC).array();
  }

  private static byte[] withRoom(byte[] packet) {
    return Arrays.copyOf(packet, packet.length + 32);
  }

  /// Both ends of one direction.
  private static final class Pair {
    private final SrtpSender sender;
    private final SrtpReceiver receiver;

    Pair(ProtectionProfile profile) {
      var salt = new byte[profile.saltLength()];
      var key = new byte[ProtectionProfile.KEY_LENGTH];
      new Random(1).nextBytes(key);
      new Random(2).nextBytes(salt);
      sender = new SrtpSender(profile, new MasterKey(key, salt));
      receiver = new SrtpReceiver(profile, new MasterKey(key, salt));
    }

    byte[] protect(byte[] plain) {
      var bytes = withRoom(plain);
      int length = sender.protect(bytes, plain.length);
      assertThat(length).isPositive();
      return Arrays.copyOf(bytes, length);
    }

    int take(byte[] sent) {
      return receiver.unprotect(sent.clone(), sent.length);
    }

    byte[] unprotect(byte[] sent) {
      var bytes = sent.clone();
      return Arrays.copyOf(bytes, receiver.unprotect(bytes, bytes.length));
    }
  }
}
