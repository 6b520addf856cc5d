package org.hiwar.voice.webrtc.srtp;

import org.hiwar.voice.webrtc.srtp.KeyDerivation.Label;

/// What a profile does to one packet, with the session keys of RTP or of RTCP of one direction. The
/// 48 bits of an index are the rollover counter and the sequence number of RTP, or the index of
/// SRTCP. Not for several threads at once.
sealed interface PacketCipher permits CounterModeCipher, GaloisCounterModeCipher {
  int NOT_AUTHENTIC = -1;

  /// Encrypts what follows `header`, authenticates everything and appends the tag.
  ///
  /// @return the new length
  int protect(byte[] packet, int length, int header, long index);

  /// The other way.
  ///
  /// @return the new length, or [#NOT_AUTHENTIC], and then the packet may be overwritten
  int unprotect(byte[] packet, int length, int header, long index);

  /// As [#protect], with the word of SRTCP that says *encrypted* and the index.
  int protectControl(byte[] packet, int length, int index);

  /// As [#unprotect]; a packet that is not encrypted is not authentic.
  int unprotectControl(byte[] packet, int length);

  /// How much longer a packet of RTCP becomes.
  int controlOverhead();

  /// Where the word with the index of SRTCP begins.
  int controlWordAt(int length);

  static PacketCipher ofRtp(ProtectionProfile profile, MasterKey master) {
    return of(profile, master, Label.RTP_ENCRYPTION, Label.RTP_SALT, Label.RTP_AUTHENTICATION);
  }

  static PacketCipher ofRtcp(ProtectionProfile profile, MasterKey master) {
    return of(profile, master, Label.RTCP_ENCRYPTION, Label.RTCP_SALT, Label.RTCP_AUTHENTICATION);
  }

  private static PacketCipher of(
      ProtectionProfile profile, MasterKey master, Label encryption, Label salt, Label mac) {
    var key = KeyDerivation.derive(master, encryption, ProtectionProfile.KEY_LENGTH);
    var sessionSalt = KeyDerivation.derive(master, salt, profile.saltLength());
    return switch (profile) {
      case AEAD_AES_128_GCM -> new GaloisCounterModeCipher(key, sessionSalt);
      case AES128_CM_HMAC_SHA1_80 ->
          new CounterModeCipher(
              key,
              sessionSalt,
              KeyDerivation.derive(master, mac, CounterModeCipher.AUTHENTICATION_KEY));
    };
  }
}
