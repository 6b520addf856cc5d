package org.hiwar.voice.webrtc;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The legs of a port: by the fragment that their checks name, and by the addresses from which a
/// valid check came.
final class Legs {
  private final Map<String, BrowserLeg> byFragment = new ConcurrentHashMap<>();
  private final Map<InetSocketAddress, BrowserLeg> byAddress = new ConcurrentHashMap<>();

  void add(BrowserLeg leg) {
    byFragment.put(leg.fragment(), leg);
  }

  void remove(BrowserLeg leg) {
    byFragment.remove(leg.fragment());
    byAddress.values().removeIf(other -> other == leg);
  }

  @Nullable BrowserLeg called(String fragment) {
    return byFragment.get(fragment);
  }

  void reached(BrowserLeg leg, InetSocketAddress from) {
    byAddress.put(from, leg);
    if (byFragment.get(leg.fragment()) != leg) byAddress.remove(from, leg); // it has just ended
  }

  /// Null for an address that no leg believes, as of the last [#forgetOldAddresses].
  @Nullable BrowserLeg at(InetSocketAddress address) {
    return byAddress.get(address);
  }

  void forgetOldAddresses() {
    byAddress.entrySet().removeIf(entry -> !entry.getValue().believes(entry.getKey()));
  }

  Collection<BrowserLeg> all() {
    return byFragment.values();
  }

  int count() {
    return byFragment.size();
  }
}
