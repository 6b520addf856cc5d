package org.hiwar.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Silences what warns of every failure, where thousands are made on purpose. Several may do so at
/// once: the last of them lets it speak again.
public final class Quiet {
  /// By the name of the log.
  private static final Map<String, Silence> SILENCED = new HashMap<>();

  /// @param level that it had; null: that of the log above it
  private record Silence(int users, @Nullable Level level) {}

  private Quiet() {}

  public static void run(List<String> logs, Runnable what) {
    logs.forEach(Quiet::silence);
    try {
      what.run();
    } finally {
      logs.forEach(Quiet::leave);
    }
  }

  private static synchronized void silence(String name) {
    var now = SILENCED.get(name);
    if (now == null) {
      SILENCED.put(name, new Silence(1, logger(name).getLevel()));
      logger(name).setLevel(Level.OFF);
    } else SILENCED.put(name, new Silence(now.users() + 1, now.level()));
  }

  private static synchronized void leave(String name) {
    var now = Objects.requireNonNull(SILENCED.remove(name));
    if (now.users() == 1) logger(name).setLevel(now.level());
    else SILENCED.put(name, new Silence(now.users() - 1, now.level()));
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }
}
