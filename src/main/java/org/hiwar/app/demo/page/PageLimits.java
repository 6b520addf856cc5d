package org.hiwar.app.demo.page;

/// How much there may be on the way to and from a page.
public final class PageLimits {
  /// Frames that wait to be written to a page.
  static final int OUTBOX = 300;
  /// Of one frame from a page, in bytes, where its door says nothing else: a session description,
  /// or a mail.
  public static final int FRAME_BYTES = 64 * 1024;

  private PageLimits() {}
}
