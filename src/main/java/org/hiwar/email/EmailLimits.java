package org.hiwar.email;

import java.time.Duration;

/// How much there may be of what concerns mail.
final class EmailLimits {
  /// Of a mail of ours.
  static final int RECIPIENTS = 50;

  static final int TEXT_CHARACTERS = 100_000;
  /// What stands below the mails of a user.
  static final int SIGNATURE_CHARACTERS = 2_000;

  static final int FILES = 20;
  static final long FILE_BYTES = 25L * 1024 * 1024;

  /// Of the pictures that came along and are shown within the page, all together.
  static final long INLINE_BYTES = 12L * 1024 * 1024;

  /// From elsewhere, in one mail, fetched when the agent asks for them; what is beyond is left out.
  static final int PICTURES = 24;

  static final int PICTURE_BYTES = 2 * 1024 * 1024;

  /// A browser draws them: what says it is larger is no picture for a mail.
  static final long PICTURE_PIXELS = 25_000_000;

  /// Of all agents.
  static final int PICTURES_AT_ONCE = 48;

  static final int PICTURE_REDIRECTS = 3;

  /// For all pictures of a mail; what is not there by then is left out.
  static final Duration PICTURES_WITHIN = Duration.ofSeconds(8);

  /// That are offered to join another one to.
  static final int THREADS_SHOWN = 20;

  /// Of one thread from another, one after the other, that are followed.
  static final int SPLITS = 50;

  static final Duration CONNECT = Duration.ofSeconds(10);

  /// To one address within a day: two programs that thank each other stop soon.
  static final int ACKNOWLEDGEMENTS_A_DAY = 3;

  /// Of one account within an hour: whoever makes up senders does not have us write to the world.
  static final int ACKNOWLEDGEMENTS_AN_HOUR = 300;

  /// For one answer of a token endpoint.
  static final Duration TOKEN_WITHIN = Duration.ofSeconds(5);

  static final int TOKEN_ANSWER_BYTES = 64 * 1024;

  /// So long before it expires an access token is not used any more, or a fifth of its life.
  static final Duration TOKEN_BEFORE = Duration.ofMinutes(5);

  static final Duration TOKEN_LIFE = Duration.ofDays(1);

  /// Of what the other side said, for experts.
  static final int SAID_CHARACTERS = 300;

  private EmailLimits() {}
}
