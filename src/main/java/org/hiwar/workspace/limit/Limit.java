package org.hiwar.workspace.limit;

import java.time.Duration;

/// How often something may be done: `most` times at once, after which one more becomes free every
/// `per / most`.
public enum Limit {
  /// Wrong passwords for one log-in name of one workspace, right ones do not count. PCI DSS allows
  /// ten, the field's guidance six.
  FAILED_LOGINS_OF_NAME(6, Duration.ofMinutes(15)),
  /// Wrong passwords from one address; an office behind one address has many people and few
  /// mistakes.
  FAILED_LOGINS_FROM_ADDRESS(60, Duration.ofMinutes(15)),
  /// Wrong present passwords of one user who wants to change his.
  FAILED_PASSWORD_CHANGES_OF_USER(6, Duration.ofMinutes(15)),
  /// Requests of one user, over all his browsers. A desk needs a few a second when somebody works
  /// fast.
  REQUESTS_OF_USER(600, Duration.ofSeconds(20)),
  /// Users created or changed by one administrator.
  USER_CHANGES_BY_USER(120, Duration.ofMinutes(1)),
  /// Chats that one visitor's browser begins.
  CHATS_OF_VISITOR(20, Duration.ofMinutes(10)),
  /// Chats begun from one address; behind one address there may be a whole company, or a whole
  /// town.
  CHATS_FROM_ADDRESS(3_000, Duration.ofMinutes(10)),
  /// Files that one visitor's browser uploads in a chat.
  FILES_OF_VISITOR(40, Duration.ofMinutes(10)),
  /// Files uploaded in chats from one address, with the same whole company behind it.
  FILES_FROM_ADDRESS(600, Duration.ofMinutes(10)),
  /// Calls that one visitor's browser raises from a chat.
  CALLS_OF_VISITOR(10, Duration.ofMinutes(10)),
  /// Calls raised from one address, with the same whole company behind it.
  CALLS_FROM_ADDRESS(300, Duration.ofMinutes(10)),
  /// Requests of a provider for one account of ours, from one address: a hundred a second for as
  /// long as it likes, and after an outage a minute of it at once.
  WEBHOOKS_OF_ACCOUNT(6_000, Duration.ofMinutes(1)),
  /// Codes that callers of one workspace entered and that are none; right ones do not count. Of a
  /// million codes a guess finds one of a hundred that live about once in ten thousand.
  WRONG_CODES_OF_WORKSPACE(30, Duration.ofMinutes(10)),
  /// The same from one number.
  WRONG_CODES_OF_CALLER(4, Duration.ofMinutes(10));

  private final int most;
  private final Duration per;

  Limit(int most, Duration per) {
    this.most = most;
    this.per = per;
  }

  public int most() {
    return most;
  }

  public Duration per() {
    return per;
  }
}
