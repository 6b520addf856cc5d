package org.hiwar.voice.webrtc.dtls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The SHA-256 of a certificate ([RFC 8122 section
/// 5](https://www.rfc-editor.org/rfc/rfc8122#section-5)), by which signalling vouches for whoever
/// makes the handshake.
///
/// @param text 32 pairs of upper case digits with colons between
public record Fingerprint(String text) {
  private static final Pattern SYNTAX = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){31}");
  private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();

  public Fingerprint {
    if (!SYNTAX.matcher(text).matches()) throw new IllegalArgumentException(text);
  }

  /// Empty when this is no SHA-256 in digits and colons.
  public static Optional<Fingerprint> read(String text) {
    var upper = text.toUpperCase(Locale.ROOT);
    return SYNTAX.matcher(upper).matches() ? Optional.of(new Fingerprint(upper)) : Optional.empty();
  }

  static Fingerprint of(byte[] certificate) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(certificate);
      return new Fingerprint(HEX.formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256", e);
    }
  }
}
