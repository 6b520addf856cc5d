package org.hiwar.app.security;

import java.util.List;
import java.util.Set;
import org.hiwar.platform.web.Listening;
import org.springframework.core.env.Environment;

/// Who can reach this server. `loopback`: only this machine. `origins`: addresses under which
/// browsers see it besides the one that each request names, for instance that of a proxy in front.
public record Exposure(boolean loopback, Set<String> origins) {

  static Exposure of(Listening listening, Environment environment) {
    var origins = environment.getProperty("hiwar.origins", String[].class, new String[0]);
    return new Exposure(!listening.exposed(), Set.copyOf(List.of(origins)));
  }
}
