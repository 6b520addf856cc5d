package org.hiwar.template;

import org.jspecify.annotations.Nullable;

/// A part of a filled text: exactly one of the three is there.
///
/// @param text to be put in as it stands
/// @param question that the agent answers
/// @param missing whose value nobody knows here, so that the agent fills it in
public record FilledPart(
    @Nullable String text, @Nullable String question, @Nullable Variable missing) {
  static FilledPart words(String text) {
    return new FilledPart(text, null, null);
  }

  static FilledPart asked(String question) {
    return new FilledPart(null, question, null);
  }

  static FilledPart missing(Variable variable) {
    return new FilledPart(null, null, variable);
  }
}
