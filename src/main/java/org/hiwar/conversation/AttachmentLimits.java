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

  /// Uploaded by one visitor of a web chat and not sent yet; by all of a workspace together; and
  /// how much of it at the same time by one visitor and by all of this process.
  public static final int VISITOR_FILES = 20;
  public static final long VISITOR_BYTES = 100L * 1024 * 1024;
  public static final long VISITORS_BYTES = 4L * 1024 * 1024 * 1024;
  public static final int VISITOR_UPLOADS = 3;
  public static final int UPLOADS = 60;
  /// Within that a visitor's file is here or is given up: 25 MB in five minutes are 90 kB/s.
  public static final Duration VISITOR_UPLOAD = Duration.ofMinutes(5);
  /// Of one conversation, as many as its visitor is shown.
  static final int SHOWN = 500;
  /// After that, what was begun to be written is not being written any more.
  static final Duration UNFINISHED_LIVES = Duration.ofHours(1);
  /// Of unsent files, deleted at once.
  static final int SWEEP = 500;

  /// What stays free on the disk: the database may need it.
  static final long SPARE_BYTES = 256L * 1024 * 1024;

  private AttachmentLimits() {}
}
