package org.hiwar.contact;

/// What became of a file that should be a photo.
public sealed interface PhotoReading {
  /// The square that is kept, encoded by us.
  record Square(byte[] jpeg) implements PhotoReading {}

  /// Neither begins like a JPEG nor like a PNG.
  record OtherKind() implements PhotoReading {}

  /// Begins like one, and is none that can be read.
  record Unreadable() implements PhotoReading {}

  record TooManyPixels() implements PhotoReading {}

  /// Others are being decoded; nothing was looked at.
  record Busy() implements PhotoReading {}
}
