package org.hiwar.app.demo.messenger;

/// How much there may be on the pages of the demonstration's messenger.
final class MessengerPageLimits {
  /// Of what a customer writes, as the messenger allows it.
  static final int TEXT_CHARACTERS = 4_096;
  static final int CAPTION_CHARACTERS = 1_024;
  static final int NAME_CHARACTERS = 200;
  /// Of a file that a customer sends.
  static final int FILE_BYTES = 5 * 1024 * 1024;
  /// Of a file that a page is given.
  static final int SHOWN_BYTES = 16 * 1024 * 1024;
  /// Of one frame from a page: a file in Base64, a third larger than it is, and what is beside it.
  static final int FRAME_BYTES = FILE_BYTES / 3 * 4 + 64 * 1024;

  private MessengerPageLimits() {}
}
