package org.hiwar.conversation;

import java.time.Duration;

/// How much there may be of what concerns conversations.
public final class ConversationLimits {
  public static final int MESSAGE_CHARACTERS = 4_000;
  public static final int NOTES_CHARACTERS = 10_000;
  /// How long an agent may change or withdraw what they have written.
  public static final Duration REWORDED_WITHIN = Duration.ofMinutes(15);
  /// Users whom one note names.
  public static final int MENTIONS = 20;
  /// Of messages or activities, read at once.
  public static final int PAGE = 200;
  /// Activities among which a filter looks for one page.
  public static final int LOOKED_THROUGH = 10_000;

  /// Messages and arrivals that wait for the writer of one workspace.
  public static final int MAILBOX = 20_000;
  /// Messages stored by one transaction.
  public static final int BATCH = 2_000;
  /// How long something waits for a database that cannot be reached before it is answered
  /// *unavailable*.
  public static final Duration PATIENCE = Duration.ofSeconds(2);
  /// How long the writer of one workspace keeps its connection while nobody writes, nor asks
  /// whether they could.
  public static final Duration KEPT_IDLE = Duration.ofMinutes(1);
  /// How far back a repeated first message is recognised, in interactions of the contact.
  public static final int REMEMBERED_INTERACTIONS = 20;
  /// How long the floor may take to give an agent the call that the agent begins.
  public static final Duration BEGIN_WITHIN = Duration.ofSeconds(60);

  /// How long a code is good that an agent gave in a chat.
  public static final Duration CODE_LIVES = Duration.ofMinutes(30);
  public static final int CODE_DIGITS = 6;

  /// Follow-ups that one user may have planned at a time.
  public static final int FOLLOW_UPS = 200;
  public static final int FOLLOW_UP_CHARACTERS = 2_000;
  /// How far ahead one is planned at most.
  public static final Duration FOLLOW_UP_WITHIN = Duration.ofDays(730);
  /// How long before it is due its reminder may come: a week.
  public static final int REMIND_MINUTES = 10_080;

  private ConversationLimits() {}
}
