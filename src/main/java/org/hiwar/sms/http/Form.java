package org.hiwar.sms.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A form as `application/x-www-form-urlencoded` has it.
record Form(Map<String, String> fields) {
  private static final int FIELDS = 200;

  Form {
    fields = Map.copyOf(fields);
  }

  /// Empty: these bytes are none. Of a field that comes twice the first value counts.
  static Optional<Form> parse(byte[] body) {
    var fields = new LinkedHashMap<String, String>();
    for (var pair : new String(body, StandardCharsets.UTF_8).split("&", FIELDS)) {
      int end = pair.indexOf('=');
      if (end < 1) return Optional.empty();
      try {
        fields.putIfAbsent(decoded(pair.substring(0, end)), decoded(pair.substring(end + 1)));
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    }
    return Optional.of(new Form(fields));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /// Empty text when it is not there.
  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  byte[] bytes() {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
