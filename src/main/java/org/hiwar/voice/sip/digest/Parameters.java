package org.hiwar.voice.sip.digest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The comma-separated parameters of a Digest header (RFC 7616 section 3.3).
final class Parameters {
  private static final int LONGEST = 2_048;
  private static final String SCHEME = "digest ";
  private static final Pattern ONE =
      Pattern.compile(
          "\\s*([A-Za-z0-9_-]{1,32})\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.){0,1024})\"|([^\\s,\"]{1,1024}))\\s*(,|$)");

  private final Map<String, String> values = new HashMap<>();

  private Parameters() {}

  /// Empty when it is no Digest header, or names a parameter twice.
  static Optional<Parameters> read(String header) {
    if (header.length() > LONGEST || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
      return Optional.empty();
    var found = new Parameters();
    var matcher = ONE.matcher(header).region(SCHEME.length(), header.length());
    while (matcher.lookingAt()) {
      var value = matcher.group(2) == null ? matcher.group(3) : unescaped(matcher.group(2));
      if (found.values.put(matcher.group(1).toLowerCase(Locale.ROOT), value) != null)
        return Optional.empty();
      if (matcher.end() == header.length()) return Optional.of(found);
      matcher.region(matcher.end(), header.length());
    }
    return Optional.empty();
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String unescaped(String value) {
    return value.replaceAll("\\\\(.)", "$1");
  }
}
