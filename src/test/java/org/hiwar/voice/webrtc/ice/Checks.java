package org.hiwar.voice.webrtc.ice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Connectivity checks as a browser makes them.
public final class Checks {
  private static final byte[] PRIORITY = {0x6e, 0, 1, (byte) 0xff};
  private static final byte[] TIE_BREAKER = {1, 2, 3, 4, 5, 6, 7, 8};

  private final IceCredentials server;
  private final String username;
  private final Random random = new Random(8445);

  /// @param fragment of the browser
  public Checks(IceCredentials server, String fragment) {
    this.server = server;
    username = server.fragment() + ":" + fragment;
  }

  public byte[] check() {
    return finish(controlling());
  }

  public byte[] nomination() {
    return finish(controlling().attribute(StunAttribute.USE_CANDIDATE, new byte[0]));
  }

  /// A nomination that somebody has added to an ordinary check on its way.
  byte[] forgedNomination() {
    var check = check();
    var longer = ByteBuffer.allocate(check.length + 4);
    int fingerprint = check.length - 8;
    longer
        .put(check, 0, fingerprint)
        .putShort((short) StunAttribute.USE_CANDIDATE)
        .putShort((short) 0);
    longer.putShort(2, (short) (check.length + 4 - StunMessage.HEADER));
    int crc = StunMessage.fingerprint(longer.array(), fingerprint + 4);
    longer.putShort((short) StunAttribute.FINGERPRINT).putShort((short) 4).putInt(crc);
    return longer.array();
  }

  byte[] with(int type) {
    return finish(controlling().attribute(type, new byte[4]));
  }

  byte[] controlled() {
    return finish(begin().attribute(StunAttribute.ICE_CONTROLLED, TIE_BREAKER));
  }

  public static boolean isSuccess(byte[] answer, int length) {
    return StunMessage.read(answer, length)
        .filter(message -> message.type() == StunMessage.BINDING_SUCCESS)
        .isPresent();
  }

  private StunWriter begin() {
    var id = new byte[12];
    random.nextBytes(id);
    return new StunWriter(StunMessage.BINDING_REQUEST, id)
        .attribute(StunAttribute.USERNAME, username.getBytes(StandardCharsets.UTF_8))
        .attribute(StunAttribute.PRIORITY, PRIORITY);
  }

  private StunWriter controlling() {
    return begin().attribute(StunAttribute.ICE_CONTROLLING, TIE_BREAKER);
  }

  private byte[] finish(StunWriter writer) {
    return writer.finish(new IntegrityKey(server.password()));
  }
}
