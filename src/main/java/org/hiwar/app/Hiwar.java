package org.hiwar.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the contact centre.
@SpringBootApplication(scanBasePackages = "org.hiwar")
public class Hiwar {
  public static void main(String[] arguments) {
    try {
      Starter.watch();
      SpringApplication.run(Hiwar.class, arguments);
    } catch (RuntimeException _) {
      System.exit(1); // FailedStart has said why
    }
  }
}
