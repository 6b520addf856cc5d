package org.hiwar.app;

import org.hiwar.platform.BadSetup;
import org.hiwar.platform.web.PortHolder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says in one sentence why Hiwar does not start, when the cause lies in the machine or the settings. Other failures
/// are reported with everything that helps to find them. Named in META-INF/spring.factories.
@Order(Ordered.HIGHEST_PRECEDENCE)
public class FailedStart implements SpringBootExceptionReporter {
  @Override
  public boolean reportException(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      var sentence = sentence(cause);
      if (sentence == null) continue;
      System.err.println("Hiwar does not start. " + sentence);
      return true;
    }
    return false;
  }

  private static @Nullable String sentence(Throwable cause) {
    return switch (cause) {
      case BadSetup setup -> setup.getMessage();
      case PortInUseException taken -> portTaken(taken.getPort());
      default -> null;
    };
  }

  static String portTaken(int port) {
    var holder = PortHolder.of(port).map(text -> " by " + text).orElse(" by another user's process");
    return "Port " + port + " is taken" + holder + "; stop it, or choose another port with SERVER_PORT.";
  }
}
