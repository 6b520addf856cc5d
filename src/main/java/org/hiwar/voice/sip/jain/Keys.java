package org.hiwar.voice.sip.jain;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sip.message.Request;
import org.hiwar.voice.sip.SipEvent.KeyPressed;
import org.jspecify.annotations.Nullable;

/// Keys told by INFO. There is no RFC for it; the two forms here are what telephones send.
final class Keys {
  private static final int USUAL_MS = 160;
  private static final int LONGEST_MS = 10_000;
  private static final int LONGEST_BODY = 200;
  private static final Pattern SIGNAL = Pattern.compile("(?im)^Signal\\s*=\\s*([0-9*#A-D])\\s*$");
  private static final Pattern DURATION = Pattern.compile("(?im)^Duration\\s*=\\s*(\\d{1,5})\\s*$");

  private Keys() {}

  /// Null when the request tells no key.
  static @Nullable KeyPressed in(Request info) {
    var type = Headers.contentType(info);
    var bytes = Headers.body(info);
    if (type == null || bytes.length > LONGEST_BODY) return null;
    var body = new String(bytes, StandardCharsets.ISO_8859_1);
    return switch (type) {
      case "application/dtmf-relay" -> relay(body);
      case "application/dtmf" -> single(body.strip());
      default -> null;
    };
  }

  private static @Nullable KeyPressed relay(String body) {
    var signal = SIGNAL.matcher(body);
    if (!signal.find()) return null;
    var duration = DURATION.matcher(body);
    int ms = duration.find() ? Integer.parseInt(duration.group(1)) : USUAL_MS;
    return new KeyPressed(key(signal.group(1)), Math.min(ms, LONGEST_MS));
  }

  private static @Nullable KeyPressed single(String body) {
    return body.matches("[0-9*#A-Da-d]") ? new KeyPressed(key(body), USUAL_MS) : null;
  }

  private static char key(String text) {
    return text.toUpperCase(Locale.ROOT).charAt(0);
  }
}
