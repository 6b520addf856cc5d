package org.hiwar.conversation;

/// Where else than in messages and notes the words of an interaction stand: a channel that keeps
/// some of its own says how they are found.
public interface ActivityWords {
  /// SQL that is true of an interaction `i` with a text that every pattern of the one parameter, an
  /// array of texts, matches; else false or null.
  String sql();
}
