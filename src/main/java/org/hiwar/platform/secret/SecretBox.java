package org.hiwar.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Seals texts with AES-256 in GCM (NIST SP 800-38D): whoever has a copy of the database and not
/// the key reads nothing and changes nothing unnoticed. What is sealed belongs to a place, such as
/// one setting of one account, and does not open in another.
public final class SecretBox {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Supplier<SecretKey> key;
  private final SecureRandom random;

  /// @param key asked for when something is sealed or opened: where nothing is, no file is needed
  public SecretBox(Supplier<SecretKey> key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  public String seal(String place, String text) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, place, nonce);
      var sealed = cipher.doFinal(text.getBytes(UTF_8));
      var all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
      return Base64.getEncoder().encodeToString(all.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("nothing can be sealed", e);
    }
  }

  /// Empty: it was sealed with another key or for another place, or is no sealed text at all.
  public Optional<String> open(String place, String sealed) {
    try {
      var all = Base64.getDecoder().decode(sealed);
      if (all.length < NONCE_BYTES) return Optional.empty();
      var nonce = new byte[NONCE_BYTES];
      System.arraycopy(all, 0, nonce, 0, NONCE_BYTES);
      var text =
          cipher(Cipher.DECRYPT_MODE, place, nonce)
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return Optional.of(new String(text, UTF_8));
    } catch (AEADBadTagException | IllegalArgumentException _) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("nothing can be opened", e);
    }
  }

  private Cipher cipher(int mode, String place, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(UTF_8));
    return cipher;
  }
}
