package org.hiwar.voice.webrtc.ice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key of a short-term credential: the password
/// ([RFC 8489 section 9.1.1](https://www.rfc-editor.org/rfc/rfc8489#section-9.1.1)).
final class IntegrityKey {
  private static final String HMAC = "HmacSHA1";

  private final SecretKeySpec key;

  IntegrityKey(String password) {
    key = new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), HMAC);
  }

  byte[] sign(byte[] bytes) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(HMAC, e);
    }
  }
}
