package org.hiwar.app.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.springframework.core.env.Environment;

/// Who can reach this server. `loopback`: only this machine. `origins`: addresses under which browsers see it besides
/// the one that each request names, for instance that of a proxy in front.
public record Exposure(boolean loopback, Set<String> origins) {

  static Exposure of(Environment environment) {
    var address = environment.getProperty("server.address", "127.0.0.1");
    var origins = environment.getProperty("hiwar.origins", String[].class, new String[0]);
    return new Exposure(isLoopback(address), Set.copyOf(List.of(origins)));
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }
}
