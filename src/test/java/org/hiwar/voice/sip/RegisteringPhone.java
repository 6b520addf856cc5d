package org.hiwar.voice.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.hiwar.voice.sip.digest.Algorithm;
import org.hiwar.voice.sip.jain.JainEndpoint;

/// A telephone that registers and does nothing else.
public final class RegisteringPhone implements AutoCloseable {
  private final SipEndpoint endpoint;

  public RegisteringPhone(InetSocketAddress registrar, String login, String password) {
    var here = InetAddress.getLoopbackAddress();
    var line =
        new Trunk(
            new TrunkId(1),
            "Registrar",
            registrar.getAddress().getHostAddress(),
            registrar.getPort(),
            Transport.UDP,
            new Credentials(login, password),
            true,
            false,
            false,
            List.of());
    endpoint =
        JainEndpoint.open(
            new SipSettings(here, 0, here, "phones", List.of(Algorithm.SHA_256), SipLimits.usual()),
            () -> List.of(line),
            _ -> null,
            _ -> new Heard(),
            Clock.systemUTC(),
            new SecureRandom());
  }

  /// As `127.0.0.1:5060`.
  public String address() {
    return endpoint.address().getAddress().getHostAddress() + ":" + endpoint.address().getPort();
  }

  @Override
  public void close() {
    endpoint.close();
  }
}
