package org.hiwar.voice.media.rtp;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Ports on loopback.
public final class TestPorts {
  static final Duration SILENCE = Duration.ofSeconds(20);

  private TestPorts() {}

  public static TrunkPorts open() {
    return open(System::nanoTime);
  }

  static TrunkPorts open(LongSupplier nanoTime) {
    return open(new PortRange(20_000, 29_999), nanoTime);
  }

  static TrunkPorts open(PortRange range, LongSupplier nanoTime) {
    var place = new TrunkPorts.Place(InetAddress.getLoopbackAddress(), range, 2, SILENCE);
    return new TrunkPorts(place, nanoTime, new SecureRandom());
  }
}
