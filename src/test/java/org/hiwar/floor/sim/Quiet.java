package org.hiwar.floor.sim;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/// The shell warns of every failure, and here thousands are made on purpose.
final class Quiet {
  /// Whoever silences the log has it to themselves, or it would stay silent after both.
  static final String LOG = "the log of org.hiwar.floor.shell";

  private Quiet() {}

  static void run(Runnable what) {
    var logger = (Logger) LoggerFactory.getLogger("org.hiwar.floor.shell");
    var before = logger.getLevel();
    logger.setLevel(Level.OFF);
    try {
      what.run();
    } finally {
      logger.setLevel(before);
    }
  }
}
