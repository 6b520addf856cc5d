package org.hiwar.app.web;

import java.util.Map;
import org.hiwar.platform.Refusal;

/// What the framework refuses by itself, in our words.
final class StatusRefusals {
  private static final int LOWEST_SERVER_FAULT = 500;

  private StatusRefusals() {}

  static Refusal of(int status) {
    return switch (status) {
      case 401 -> Problems.notLoggedIn();
      case 403 -> Refusal.notAllowed();
      case 404 -> Refusal.notFound();
      case 405 -> new Refusal(405, "wrong-method", "This address does not take such a request.", Map.of());
      case 406 -> new Refusal(406, "not-acceptable", "This address answers in JSON. Accept application/json.", Map.of());
      case 413 -> BodyLimit.refusal();
      case 415 -> new Refusal(415, "wrong-media-type", "Send the body as application/json.", Map.of());
      default -> status < LOWEST_SERVER_FAULT
          ? new Refusal(status, "unreadable", "The request cannot be understood. Correct it.", Map.of())
          : new Refusal(status, "failed", "Something went wrong on the server. Try again.", Map.of());
    };
  }
}
