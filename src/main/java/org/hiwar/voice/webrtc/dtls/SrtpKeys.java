package org.hiwar.voice.webrtc.dtls;

import java.util.Arrays;
import org.hiwar.voice.webrtc.srtp.MasterKey;
import org.hiwar.voice.webrtc.srtp.ProtectionProfile;

/// What a handshake is made for ([RFC 5764 section
/// 4.2](https://www.rfc-editor.org/rfc/rfc5764#section-4.2)).
///
/// @param client of what the browser sends
/// @param server of what we send
public record SrtpKeys(ProtectionProfile profile, MasterKey client, MasterKey server) {
  static int length(ProtectionProfile profile) {
    return 2 * (ProtectionProfile.KEY_LENGTH + profile.saltLength());
  }

  /// The exporter gives client key, server key, client salt, server salt in a row.
  static SrtpKeys of(ProtectionProfile profile, byte[] exported) {
    int key = ProtectionProfile.KEY_LENGTH;
    int salt = profile.saltLength();
    int salts = 2 * key;
    return new SrtpKeys(
        profile,
        new MasterKey(
            Arrays.copyOfRange(exported, 0, key),
            Arrays.copyOfRange(exported, salts, salts + salt)),
        new MasterKey(
            Arrays.copyOfRange(exported, key, salts),
            Arrays.copyOfRange(exported, salts + salt, salts + 2 * salt)));
  }
}
