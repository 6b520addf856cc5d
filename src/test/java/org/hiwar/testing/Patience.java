package org.hiwar.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Gives every test that waits, and names no limit, the limit of [Await]; and what fails on other
/// threads meanwhile concerns nobody who waits: the peers of other tests may be among them. Found
/// by JUnit itself (META-INF/services).
public final class Patience implements BeforeAllCallback {
  static final Duration LIMIT = Duration.ofSeconds(60);

  static {
    Awaitility.setDefaultTimeout(LIMIT);
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    // It is there with the class.
  }
}
