package org.hiwar.voice.webrtc.srtp;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.hiwar.voice.media.Rtp;

/// AES-GCM with 128 bits of key and tag ([RFC 7714 section
/// 8](https://www.rfc-editor.org/rfc/rfc7714#section-8) and 9). The JDK wants one parameter object
/// for every packet; nothing else is made here.
final class GaloisCounterModeCipher implements PacketCipher {
  private static final int TAG = 16;
  private static final int WORD = 4;
  private static final int CONTROL_HEADER = 8;

  private final byte[] salt;
  private final SecretKeySpec key;
  private final Cipher encryption;
  private final Cipher decryption;
  private final byte[] vector = new byte[12];
  private final byte[] word = new byte[WORD];

  GaloisCounterModeCipher(byte[] key, byte[] salt) {
    this.salt = salt.clone();
    this.key = new SecretKeySpec(key, "AES");
    try {
      encryption = Cipher.getInstance("AES/GCM/NoPadding");
      decryption = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM", e);
    }
  }

  @Override
  public int protect(byte[] packet, int length, int header, long index) {
    try {
      int ssrc = Rtp.ssrc(packet, 0);
      encryption.init(Cipher.ENCRYPT_MODE, key, vector(ssrc, index));
      encryption.updateAAD(packet, 0, header);
      return header + encryption.doFinal(packet, header, length - header, packet, header);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM encrypts", e);
    }
  }

  @Override
  public int unprotect(byte[] packet, int length, int header, long index) {
    if (length < header + TAG) return NOT_AUTHENTIC;
    try {
      int ssrc = Rtp.ssrc(packet, 0);
      decryption.init(Cipher.DECRYPT_MODE, key, vector(ssrc, index));
      decryption.updateAAD(packet, 0, header);
      return header + decryption.doFinal(packet, header, length - header, packet, header);
    } catch (AEADBadTagException _) {
      return NOT_AUTHENTIC;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM decrypts", e);
    }
  }

  @Override
  public int protectControl(byte[] packet, int length, int index) {
    Bytes.integer(word, 0, index | SrtpReceiver.ENCRYPTED);
    try {
      encryption.init(Cipher.ENCRYPT_MODE, key, vector(Bytes.integer(packet, 4), index));
      encryption.updateAAD(packet, 0, CONTROL_HEADER);
      encryption.updateAAD(word);
      int content = length - CONTROL_HEADER;
      int end =
          CONTROL_HEADER
              + encryption.doFinal(packet, CONTROL_HEADER, content, packet, CONTROL_HEADER);
      System.arraycopy(word, 0, packet, end, WORD);
      return end + WORD;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM encrypts", e);
    }
  }

  @Override
  public int unprotectControl(byte[] packet, int length) {
    int end = controlWordAt(length);
    if (end < CONTROL_HEADER + TAG) return NOT_AUTHENTIC;
    System.arraycopy(packet, end, word, 0, WORD);
    int index = Bytes.integer(word, 0);
    if (index >= 0) return NOT_AUTHENTIC;
    try {
      var vector = vector(Bytes.integer(packet, 4), index & ~SrtpReceiver.ENCRYPTED);
      decryption.init(Cipher.DECRYPT_MODE, key, vector);
      decryption.updateAAD(packet, 0, CONTROL_HEADER);
      decryption.updateAAD(word);
      int content = end - CONTROL_HEADER;
      return CONTROL_HEADER
          + decryption.doFinal(packet, CONTROL_HEADER, content, packet, CONTROL_HEADER);
    } catch (AEADBadTagException _) {
      return NOT_AUTHENTIC;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM decrypts", e);
    }
  }

  @Override
  public int controlOverhead() {
    return TAG + WORD;
  }

  @Override
  public int controlWordAt(int length) {
    return length - WORD;
  }

  private GCMParameterSpec vector(int ssrc, long index) {
    System.arraycopy(salt, 0, vector, 0, vector.length);
    Bytes.mix(vector, 2, ssrc, index);
    return new GCMParameterSpec(8 * TAG, vector);
  }
}
