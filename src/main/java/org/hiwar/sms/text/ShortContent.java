package org.hiwar.sms.text;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// The content of a short message: the bytes of its text, and the part that it is of a longer one
/// (the *user data header* of 3GPP TS 23.040, 9.2.3.24).
///
/// @param part empty: it is a message of its own
@SuppressWarnings("ArrayRecordComponent") // bytes of a message, never compared
public record ShortContent(Optional<Part> part, byte[] text) {
  private static final int SHORT_REFERENCE = 0x00;
  private static final int LONG_REFERENCE = 0x08;

  /// Reads content that begins with a header. Elements that we do not know are passed over; one
  /// that is longer than the header ends it.
  ///
  /// @throws IllegalArgumentException when the header is longer than the content
  public static ShortContent read(byte[] content) {
    if (content.length == 0) throw new IllegalArgumentException("no header where one is announced");
    int end = 1 + (content[0] & 0xFF);
    if (end > content.length)
      throw new IllegalArgumentException("a header of " + (end - 1) + " in " + content.length);
    var header = ByteBuffer.wrap(content, 1, end - 1);
    Optional<Part> part = Optional.empty();
    while (header.remaining() >= 2) {
      int element = header.get() & 0xFF;
      int length = header.get() & 0xFF;
      if (length > header.remaining()) break;
      var value = header.slice(header.position(), length);
      header.position(header.position() + length);
      if (element == SHORT_REFERENCE && length == 3)
        part = Part.of(value.get(0) & 0xFF, value.get(1) & 0xFF, value.get(2) & 0xFF);
      if (element == LONG_REFERENCE && length == 4)
        part = Part.of(value.getShort(0) & 0xFFFF, value.get(2) & 0xFF, value.get(3) & 0xFF);
    }
    return new ShortContent(part, Arrays.copyOfRange(content, end, content.length));
  }

  /// The header of a part, and its text behind it.
  public static byte[] write(Part part, Reference reference, byte[] text) {
    int bytes = reference == Reference.SHORT ? 5 : 6;
    var content = ByteBuffer.allocate(1 + bytes + text.length).put((byte) bytes);
    switch (reference) {
      case SHORT -> content.put((byte) SHORT_REFERENCE).put((byte) 3).put((byte) part.reference());
      case LONG ->
          content.put((byte) LONG_REFERENCE).put((byte) 4).putShort((short) part.reference());
    }
    return content.put((byte) part.total()).put((byte) part.part()).put(text).array();
  }
}
