package org.hiwar.voice.webrtc.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.hiwar.voice.webrtc.srtp.KeyDerivation.Label;
import org.junit.jupiter.api.Test;

/// The vectors of RFC 3711 (appendix B) and RFC 7714 (sections 16 and 17).
class SrtpVectorsTest {
  private static final MasterKey MASTER =
      new MasterKey(hex("E1F97A0D3E018BE0D64FA32C06DE4139"), hex("0EC675AD498AFEEBB6960B3AABE6"));
  private static final byte[] GCM_KEY = hex("000102030405060708090a0b0c0d0e0f");
  private static final byte[] GCM_SALT = hex("517569642070726f2071756f");
  private static final String GALLIA =
      "8040f17b8041f8d35501a0b2"
          + "47616c6c696120657374206f6d6e69732064697669736120696e207061727465732074726573";
  private static final String PROTECTED_GALLIA =
      "8040f17b8041f8d35501a0b2"
          + "f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf8833"
          + "899d7f27beb16a9152cf765ee4390cce";
  private static final String REPORT =
      "81c8000d4d6172734e5450314e545032525450200000042a0000e9304c756e61"
          + "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef";
  private static final String PROTECTED_REPORT =
      "81c8000d4d61727363e94885dcdab67ca727d7662f6b7e997ff5c0f76c06f32d"
          + "c676a5f1730d6fda4ce09b4686303ded0bb9275bc84aa45896cf4d2fc5abf87245d9eade800005d4";

  /// RFC 3711, B.3.
  @Test
  void sessionKeysAreDerivedFromTheMasterKey() {
    assertThat(KeyDerivation.derive(MASTER, Label.RTP_ENCRYPTION, 16))
        .isEqualTo(hex("C61E7A93744F39EE10734AFE3FF7A087"));
    assertThat(KeyDerivation.derive(MASTER, Label.RTP_SALT, 14))
        .isEqualTo(hex("30CBBC08863D8C85D49DB34A9AE1"));
    assertThat(KeyDerivation.derive(MASTER, Label.RTP_AUTHENTICATION, 20))
        .isEqualTo(hex("CEBE321F6FF7716B6FD4AB49AF256A156D38BAA4"));
  }

  /// RFC 3711, B.2: the packet of zeros that the stream is laid over has SSRC and index zero.
  @Test
  void theStreamOfCounterModeIsThatOfTheRfc() {
    var key = hex("2B7E151628AED2A6ABF7158809CF4F3C");
    var salt = hex("F0F1F2F3F4F5F6F7F8F9FAFBFCFD");
    var packet = new byte[12 + 48 + 10];
    packet[0] = (byte) 0x80;

    new CounterModeCipher(key, salt, new byte[20]).protect(packet, 60, 12, 0);

    assertThat(Arrays.copyOfRange(packet, 12, 60))
        .isEqualTo(
            hex(
                "E03EAD0935C95E80E166B16DD92B4EB4"
                    + "D23513162B02D0F72A43A2FE4A5F97AB"
                    + "41E95B3BB0A2E8DD477901E4FCA894C0"));
  }

  @Test
  void anRtpPacketUnderGcmIsThatOfTheRfc() {
    var packet = withRoom(GALLIA);
    var cipher = new GaloisCounterModeCipher(GCM_KEY, GCM_SALT);
    int length = cipher.protect(packet, GALLIA.length() / 2, 12, 0xf17b);

    assertThat(Arrays.copyOf(packet, length)).isEqualTo(hex(PROTECTED_GALLIA));
    assertThat(cipher.unprotect(packet, length, 12, 0xf17b)).isEqualTo(GALLIA.length() / 2);
    assertThat(Arrays.copyOf(packet, GALLIA.length() / 2)).isEqualTo(hex(GALLIA));
  }

  @Test
  void anRtcpPacketUnderGcmIsThatOfTheRfc() {
    var packet = withRoom(REPORT);
    var cipher = new GaloisCounterModeCipher(GCM_KEY, GCM_SALT);
    int length = cipher.protectControl(packet, REPORT.length() / 2, 0x5d4);

    assertThat(Arrays.copyOf(packet, length)).isEqualTo(hex(PROTECTED_REPORT));
    assertThat(cipher.unprotectControl(packet, length)).isEqualTo(REPORT.length() / 2);
    assertThat(Arrays.copyOf(packet, REPORT.length() / 2)).isEqualTo(hex(REPORT));
  }

  /// Not of an RFC but of libsrtp's own test: key derivation, counter mode and HMAC together.
  @Test
  void aWholePacketUnderCounterModeIsThatOfAnotherImplementation() {
    var plain = "800f1234decafbadcafebabeabababababababababababababababab";
    var packet = withRoom(plain);
    var sender = new SrtpSender(ProtectionProfile.AES128_CM_HMAC_SHA1_80, MASTER);
    int length = sender.protect(packet, plain.length() / 2);

    assertThat(HexFormat.of().formatHex(packet, 0, length))
        .isEqualTo("800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb");
  }

  private static byte[] withRoom(String hex) {
    return Arrays.copyOf(hex(hex), hex.length() / 2 + 32);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
