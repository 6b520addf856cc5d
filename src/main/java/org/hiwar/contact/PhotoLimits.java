package org.hiwar.contact;

import java.time.Duration;

/// How much a file may ask of us that is to become a photo of a contact.
public final class PhotoLimits {
  public static final int FILE_BYTES = 5 * 1024 * 1024;

  /// Looked at before anything is decoded.
  public static final int PIXELS = 25_000_000;

  public static final int PIXELS_A_SIDE = 10_000;

  /// Of a JPEG that comes in passes. Cameras and programs make about ten; each pass costs as much
  /// as the whole picture, in a few bytes of the file.
  static final int PASSES = 30;

  /// Of the square that is kept; smaller pictures stay as they are.
  static final int SIDE = 256;

  /// How long a photo waits for the one that is decoded before it.
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private PhotoLimits() {}
}
