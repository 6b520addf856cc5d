package org.hiwar.app.demo.mail;

import java.time.Duration;

/// How much there may be in the demonstration's mail.
final class MailLimits {
  /// Of what a page writes.
  static final int SUBJECT_CHARACTERS = 200;

  static final int TEXT_CHARACTERS = 10_000;
  /// Of what a page is shown of one mail; the rest is cut off.
  static final int SHOWN_CHARACTERS = 50_000;
  /// Mails that a page is shown of each folder, the newest.
  static final int SHOWN = 100;
  /// After which the mail server counts as gone.
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private MailLimits() {}
}
