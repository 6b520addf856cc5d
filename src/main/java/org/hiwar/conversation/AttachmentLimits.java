package org.hiwar.conversation;

import java.time.Duration;

/// How much there may be of files.
public final class AttachmentLimits {
  public static final int FILE_BYTES = 25 * 1024 * 1024;
  public static final int NAME_CHARACTERS = 200;
  /// Of one message.
  public static final int FILES = 20;

  /// Uploaded by one agent and not sent yet.
  public static final int UNSENT_FILES = 40;

  public static final long UNSENT_BYTES = 200L * 1024 * 1024;
  /// After that, what was not sent is deleted.
  public static final Duration UNSENT_LIVES = Duration.ofHours(24);

  /// Of unsent files, deleted at once.
  static final int SWEEP = 500;

  /// What stays free on the disk: the database may need it.
  static final long SPARE_BYTES = 256L * 1024 * 1024;

  private AttachmentLimits() {}
}
