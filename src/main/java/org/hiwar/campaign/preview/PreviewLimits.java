package org.hiwar.campaign.preview;

import java.time.Duration;

/// Every limit of the hand-out.
final class PreviewLimits {
  /// Previews that wait on the floor for each agent who is ready, and the fewest and most of a
  /// campaign.
  static final int QUEUED_PER_AGENT = 2;
  static final int QUEUED_LEAST = 5;
  static final int QUEUED_MOST = 200;
  /// Records that are looked at in one transaction, and how many such transactions in one round of
  /// a campaign.
  static final int LOOKED_AT = 200;
  static final int CLAIMS = 5;
  /// Records that become due in one round.
  static final int DUE = 500;
  /// Rounds of a workspace where much happens begin so long after each other: agents have records
  /// in stock meanwhile.
  static final Duration ROUNDS_APART = Duration.ofMillis(100);
  static final Duration ROUND = Duration.ofMillis(500);
  /// Workspaces that are cared for at once; each takes a connection of the pool meanwhile.
  static final int ROUNDS_AT_ONCE = 6;
  /// How long a process that ends waits for rounds under way.
  static final Duration LAST_ROUND = Duration.ofSeconds(5);
  /// How often what waits is judged again.
  static final Duration JUDGED_EVERY = Duration.ofSeconds(10);
  /// How often it is read who serves which campaign.
  static final Duration PLANNED_EVERY = Duration.ofSeconds(2);
  /// A call that has not begun after so long never will.
  static final Duration BEGIN_WITHIN = Duration.ofSeconds(15);
  /// A record that may not be called at any known time is looked at again.
  static final Duration LOOK_AGAIN = Duration.ofHours(6);
  /// How long a short retry goes before the others.
  static final Duration RETRY_WINDOW = Duration.ofMinutes(10);
  static final int HISTORY = 100;
  static final int NOTES = 10_000;
  static final int REASON = 200;

  private PreviewLimits() {}
}
