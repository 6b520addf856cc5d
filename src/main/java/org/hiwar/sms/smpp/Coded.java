package org.hiwar.sms.smpp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hiwar.sms.text.Gsm7;

/// Text as SMPP carries it: bytes, and by which `data_coding` (SMPP 3.4, 5.2.19) they are to be
/// read, 0 to 255.
@SuppressWarnings("ArrayRecordComponent") // bytes of a message, never compared
record Coded(int coding, byte[] bytes) {
  static final int DEFAULT = 0;
  static final int UCS2 = 8;

  /// Whether it is text at all.
  boolean isText() {
    return switch (kind()) {
      case DEFAULT_ALPHABET, CHARSET -> true;
      case BINARY -> false;
    };
  }

  /// The text of parts in a row. Those of one coding are read as one, because some telephones tear
  /// characters between them. `alphabet` is what a message centre means by its default; empty: the
  /// one of GSM.
  static String text(List<Coded> parts, Optional<Charset> alphabet) {
    var text = new StringBuilder();
    var run = new ByteArrayOutputStream();
    int coding = parts.isEmpty() ? DEFAULT : parts.getFirst().coding;
    for (var part : parts) {
      if (part.coding != coding) {
        text.append(new Coded(coding, run.toByteArray()).text(alphabet));
        run.reset();
        coding = part.coding;
      }
      run.writeBytes(part.bytes);
    }
    return text.append(new Coded(coding, run.toByteArray()).text(alphabet)).toString();
  }

  /// What cannot be read becomes U+FFFD, and so does NUL, which cannot be stored.
  private String text(Optional<Charset> alphabet) {
    var text =
        switch (kind()) {
          case DEFAULT_ALPHABET ->
              alphabet.map(some -> new String(bytes, some)).orElseGet(() -> Gsm7.decode(bytes));
          case CHARSET -> new String(bytes, charset());
          case BINARY -> throw new IllegalStateException("no text: " + coding);
        };
    return text.replace('\0', '\uFFFD');
  }

  private enum Kind {
    DEFAULT_ALPHABET,
    CHARSET,
    BINARY
  }

  private Kind kind() {
    return switch (coding) {
      case 0 -> Kind.DEFAULT_ALPHABET;
      case 1, 3, 6, 7, UCS2 -> Kind.CHARSET;
      default -> ofNetwork();
    };
  }

  /// Values that centres hand through from the network (3GPP TS 23.038, 4): with a message class.
  private Kind ofNetwork() {
    boolean general = (coding & 0xD0) == 0x10;
    boolean classOnly = (coding & 0xF0) == 0xF0;
    if (classOnly) return (coding & 0x04) == 0 ? Kind.DEFAULT_ALPHABET : Kind.BINARY;
    if (!general) return Kind.BINARY;
    return switch (coding & 0x0C) {
      case 0x00 -> Kind.DEFAULT_ALPHABET;
      case 0x08 -> Kind.CHARSET;
      default -> Kind.BINARY;
    };
  }

  private Charset charset() {
    return switch (coding) {
      case 1 -> StandardCharsets.US_ASCII;
      case 3 -> StandardCharsets.ISO_8859_1;
      case 6 -> Charset.forName("ISO-8859-5");
      case 7 -> Charset.forName("ISO-8859-8");
      default -> StandardCharsets.UTF_16BE;
    };
  }
}
