package org.hiwar.voice.webrtc.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Session keys out of a master key
/// ([RFC 3711 section 4.3](https://www.rfc-editor.org/rfc/rfc3711#section-4.3)), with a key
/// derivation rate of zero: they are derived once. A salt of 12 bytes is filled up with zeros
/// ([RFC 7714 section 11](https://www.rfc-editor.org/rfc/rfc7714#section-11)).
final class KeyDerivation {
  private static final int LABEL_AT = 7;

  /// What a session key is for.
  enum Label {
    RTP_ENCRYPTION(0),
    RTP_AUTHENTICATION(1),
    RTP_SALT(2),
    RTCP_ENCRYPTION(3),
    RTCP_AUTHENTICATION(4),
    RTCP_SALT(5);

    private final int number;

    Label(int number) {
      this.number = number;
    }
  }

  private KeyDerivation() {}

  static byte[] derive(MasterKey master, Label label, int length) {
    var start = Arrays.copyOf(master.salt(), 16);
    start[LABEL_AT] ^= (byte) label.number;
    try {
      var cipher = Cipher.getInstance("AES/CTR/NoPadding");
      var key = new SecretKeySpec(master.key(), "AES");
      cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(start));
      return cipher.doFinal(new byte[length]);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES in counter mode", e);
    }
  }
}
