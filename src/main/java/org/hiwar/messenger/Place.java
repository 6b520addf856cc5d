package org.hiwar.messenger;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A place that a customer has sent, in words.
public final class Place {
  private Place() {}

  /// Latitude and longitude in degrees, which keep their order among Arabic, too (U+2066, U+2069);
  /// then its name and its address, a line each, where it has them.
  ///
  /// @param location with `latitude` and `longitude`
  public static String words(JsonNode location, String name, String address) {
    var coordinates =
        location.path("latitude").asString("") + ", " + location.path("longitude").asString("");
    return Stream.of("\uD83D\uDCCD \u2066" + coordinates + "\u2069", name, address)
        .filter(line -> !line.isBlank())
        .collect(Collectors.joining("\n"));
  }
}
