package org.hiwar.messenger;

import java.net.InetAddress;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.hiwar.platform.outbound.OutboundGuard;
import org.hiwar.platform.outbound.OutboundHttp;

/// Requests as the server makes them.
public final class TestHttp {
  private TestHttp() {}

  /// @param allowed whether this machine may be called
  public static ProviderHttp loopback(boolean allowed) {
    var guard = new OutboundGuard(InetAddress::getAllByName, allowed, List.of());
    var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    return new ProviderHttp(new OutboundHttp(guard, tls, System::nanoTime));
  }
}
