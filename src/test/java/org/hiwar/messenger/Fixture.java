package org.hiwar.messenger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Answers in the shape that providers document, beside the tests that use them.
public final class Fixture {
  private Fixture() {}

  /// @param beside the test in whose package it is
  public static String of(Class<?> beside, String name) {
    try (var in = beside.getResourceAsStream(name)) {
      if (in == null) throw new IllegalArgumentException("there is no " + name);
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
