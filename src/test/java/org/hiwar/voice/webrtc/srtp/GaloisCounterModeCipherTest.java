package org.hiwar.voice.webrtc.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// Our AES-GCM beside that of the JDK.
class GaloisCounterModeCipherTest {
  private static final int TAG = 16;
  private static final int ROUNDS = 2_000;
  private static final int LONGEST = 1_400;

  private final Random random = new Random(7714);

  @Test
  void packetsOfAnyLengthAreThoseOfTheJdk() throws GeneralSecurityException {
    for (int i = 0; i < ROUNDS; i++) {
      var key = bytes(16);
      var salt = bytes(12);
      int header = 12 + 4 * random.nextInt(20);
      int length = header + random.nextInt(LONGEST - header);
      var packet = bytes(length + TAG);
      long index = random.nextLong() & 0xffff_ffff_ffffL;
      var expected = sealed(key, vector(salt, packet, index), Arrays.copyOf(packet, length), header);
      var plain = Arrays.copyOf(packet, length);
      var cipher = new GaloisCounterModeCipher(key, salt);

      assertThat(cipher.protect(packet, length, header, index)).isEqualTo(length + TAG);
      assertThat(packet).isEqualTo(expected);
      assertThat(cipher.unprotect(packet, length + TAG, header, index)).isEqualTo(length);
      assertThat(Arrays.copyOf(packet, length)).isEqualTo(plain);
    }
  }

  @Test
  void aChangedBitAnywhereIsNoticedAndNothingIsDecrypted() {
    var packet = bytes(12 + 160 + TAG);
    var cipher = new GaloisCounterModeCipher(bytes(16), bytes(12));
    int length = cipher.protect(packet, 12 + 160, 12, 1);
    for (int bit = 0; bit < 8 * length; bit++) {
      var forged = packet.clone();
      forged[bit / 8] ^= (byte) (1 << bit % 8);
      var before = forged.clone();

      assertThat(cipher.unprotect(forged, length, 12, 1)).isEqualTo(PacketCipher.NOT_AUTHENTIC);
      assertThat(forged).isEqualTo(before);
    }
  }

  private byte[] bytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /// [RFC 7714 section 8.1](https://www.rfc-editor.org/rfc/rfc7714#section-8.1).
  private static byte[] vector(byte[] salt, byte[] packet, long index) {
    var vector = ByteBuffer.allocate(12).putShort((short) 0).put(packet, 8, 4);
    vector.putShort((short) (index >>> 32)).putInt((int) index);
    for (int i = 0; i < 12; i++) vector.array()[i] ^= salt[i];
    return vector.array();
  }

  private static byte[] sealed(byte[] key, byte[] vector, byte[] packet, int header)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    var parameters = new GCMParameterSpec(8 * TAG, vector);
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), parameters);
    cipher.updateAAD(packet, 0, header);
    var sealed = Arrays.copyOf(packet, packet.length + TAG);
    cipher.doFinal(packet, header, packet.length - header, sealed, header);
    return sealed;
  }
}
