package org.hiwar.app;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stops Hiwar when the process that started it is gone, where that is asked for (`-Dhiwar.starter=maven`, as
/// `mvn spring-boot:run` does): a Maven that was killed cannot stop its child, and nothing may stay behind.
///
/// The starter is this process's parent, held by its id and start time; an adopting process (init, a session's reaper)
/// is never taken for it.
final class Starter {
  private static final Logger LOG = LoggerFactory.getLogger(Starter.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  /// A stop that hangs is cut off; the database's guard then stops the database.
  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

  private Starter() {}

  static void watch() {
    if (System.getProperty("hiwar.starter") == null) return;
    var starter = ProcessHandle.current().parent().filter(Starter::isJava);
    Thread.ofPlatform().daemon().name("starter-watch").start(() -> stopAfter(starter));
  }

  /// Maven is a Java program. Whatever else is the parent has adopted this process: Maven was gone before we looked.
  private static boolean isJava(ProcessHandle process) {
    return process.info().command().map(command -> command.endsWith("/java")).orElse(false);
  }

  private static void stopAfter(Optional<ProcessHandle> starter) {
    try {
      while (starter.isPresent() && starter.get().isAlive()) Thread.sleep(LOOK_EVERY);
      LOG.info("The process that started Hiwar is gone; stopping.");
      Thread.ofPlatform().daemon().name("stop-limit").start(Starter::haltAfterLimit);
      System.exit(0);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void haltAfterLimit() {
    try {
      Thread.sleep(STOP_LIMIT);
      Runtime.getRuntime().halt(1);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
