package org.hiwar.channel;

import java.util.List;

/// One setting that a channel asks for; administration draws its form of these. The screens call it
/// `channel.<channel>.<name>`.
///
/// @param fallback what counts where nothing is set; empty: nothing
/// @param choices of a CHOICE, else none
public record Setting(
    String name, Kind kind, boolean required, String fallback, List<String> choices) {
  public enum Kind {
    TEXT,
    /// Stored, never shown again.
    SECRET,
    NUMBER,
    /// `true` or `false`.
    FLAG,
    CHOICE
  }

  public Setting {
    choices = List.copyOf(choices);
  }

  public static Setting required(String name, Kind kind) {
    return new Setting(name, kind, true, "", List.of());
  }

  public static Setting optional(String name, Kind kind, String fallback) {
    return new Setting(name, kind, false, fallback, List.of());
  }

  /// The first is the fallback.
  public static Setting choice(String name, String... choices) {
    return new Setting(name, Kind.CHOICE, false, choices[0], List.of(choices));
  }
}
