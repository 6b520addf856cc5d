package org.hiwar.voice.webrtc.srtp;

import java.util.Arrays;
import java.util.Optional;

/// How packets are protected, by the numbers of
/// [RFC 5764 section 4.1.2](https://www.rfc-editor.org/rfc/rfc5764#section-4.1.2) and
/// [RFC 7714 section 14.2](https://www.rfc-editor.org/rfc/rfc7714#section-14.2); the better first.
public enum ProtectionProfile {
  AEAD_AES_128_GCM(0x0007, 12),
  AES128_CM_HMAC_SHA1_80(0x0001, 14);

  /// Of master and session keys, in bytes.
  public static final int KEY_LENGTH = 16;

  private final int id;
  private final int saltLength;

  ProtectionProfile(int id, int saltLength) {
    this.id = id;
    this.saltLength = saltLength;
  }

  public int id() {
    return id;
  }

  public int saltLength() {
    return saltLength;
  }

  /// The best of those that a peer offers; empty when there is none in common.
  public static Optional<ProtectionProfile> bestOf(int[] offered) {
    return Arrays.stream(values())
        .filter(profile -> Arrays.stream(offered).anyMatch(id -> id == profile.id))
        .findFirst();
  }
}
