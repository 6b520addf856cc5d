package org.hiwar.voice.webrtc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.hiwar.voice.webrtc.dtls.DtlsIdentity;

/// A port on loopback, as in earnest but for its reports, which come twice a second.
public final class TestPort {
  private TestPort() {}

  public static WebRtcPort open() throws IOException {
    return open(System::nanoTime);
  }

  static WebRtcPort open(LongSupplier nanos) throws IOException {
    return open(nanos, InetAddress.ofLiteral("127.0.0.1"));
  }

  static WebRtcPort open(LongSupplier nanos, InetAddress advertised) throws IOException {
    var loopback = InetAddress.ofLiteral("127.0.0.1");
    var random = new SecureRandom();
    return new WebRtcPort(
        new WebRtcSettings(new InetSocketAddress(loopback, 0), advertised, Duration.ofMillis(500)),
        DtlsIdentity.create(random, Clock.systemUTC()),
        random,
        nanos);
  }
}
