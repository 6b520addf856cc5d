package org.hiwar.template;

/// What the text of a template is made of.
public sealed interface Piece {
  /// As they stand.
  record Words(String text) implements Piece {}

  record Value(Variable variable) implements Piece {}

  /// Asked of the agent before the text is put in; the same question is asked once.
  record Ask(String question) implements Piece {}
}
