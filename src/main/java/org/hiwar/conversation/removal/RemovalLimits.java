package org.hiwar.conversation.removal;

import java.time.Duration;

/// How much is removed at once, and how often is looked.
public final class RemovalLimits {
  /// Interactions of somebody that go in one transaction.
  static final int INTERACTIONS = 500;

  /// Messages that go with them, or those of one interaction.
  static final int MESSAGES = 5_000;

  /// Interactions whose rows are read at once to be handed out.
  static final int EXPORTED = 100;

  /// Conversations, recordings or items that go in one transaction because they are old.
  public static final int OLD = 200;

  /// Files that are read from the list at once.
  static final int FILES = 500;

  /// Between two looks at what is old, and at files that would not go; and the longest pause after
  /// what could not be removed.
  static final Duration EVERY = Duration.ofMinutes(10);

  /// After what could not be removed, because the database was away or slow, until it is tried
  /// again; twice as long after each failure that follows.
  static final Duration AGAIN = Duration.ofSeconds(5);

  /// How long one look at most removes for one rule, so that the others have their turn.
  static final Duration TURN = Duration.ofMinutes(1);

  /// How long one look at most goes on with who is being deleted.
  static final Duration ERASING = Duration.ofSeconds(3);

  /// Days that a rule may say.
  static final int MOST_DAYS = 36_500;

  /// How often an erasure is tried that others get in the way of.
  static final int TRIES = 5;

  private RemovalLimits() {}
}
