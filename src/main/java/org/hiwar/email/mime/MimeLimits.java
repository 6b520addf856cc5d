package org.hiwar.email.mime;

/// How much one mail may have before it is set aside instead of read.
public final class MimeLimits {
  /// Of multiparts within each other. Mails of people have three or four.
  public static final int DEPTH = 30;

  public static final int PARTS = 1_000;
  public static final int HEADER_LINES = 2_000;
  public static final int HEADER_BYTES = 256 * 1024;

  /// Files of one mail; one with more is set aside, too.
  public static final int FILES = 100;

  public static final int TEXT_CHARACTERS = 500_000;
  public static final int HTML_CHARACTERS = 2_000_000;
  public static final int SUBJECT_CHARACTERS = 500;
  public static final int NAME_CHARACTERS = 200;
  public static final int ADDRESSES = 200;
  public static final int REFERENCES = 100;
  public static final int MESSAGE_ID_CHARACTERS = 400;

  private MimeLimits() {}
}
