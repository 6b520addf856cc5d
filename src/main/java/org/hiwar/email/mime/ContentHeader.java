package org.hiwar.email.mime;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.MimeParameterMapping;

/// What a part says of itself in one field: a value and its parameters (RFC 2045, 2231).
///
/// @param value in lower case: `text/html`, `attachment`
record ContentHeader(String value, Map<String, String> parameters) {

  /// @param field empty: the part does not say
  static ContentHeader of(String name, String field, EncodedWords words) {
    if (field.isEmpty()) return new ContentHeader("", Map.of());
    var body = RawFieldParser.DEFAULT.parseRawBody(new RawField(name, field));
    var value = body.getValue() == null ? "" : body.getValue().strip().toLowerCase(Locale.ROOT);
    var parameters = new TreeMap<String, String>();
    var continued = new MimeParameterMapping();
    for (var pair : body.getParams()) {
      if (pair.getName() == null || pair.getValue() == null) continue;
      var key = pair.getName().toLowerCase(Locale.ROOT);
      if (key.indexOf('*') >= 0) add(continued, key, pair.getValue());
      else parameters.putIfAbsent(key, words.decode(pair.getValue()));
    }
    parameters.putAll(continued.getParameters());
    return new ContentHeader(value, parameters);
  }

  /// A parameter in several pieces that make no sense together is left out.
  private static void add(MimeParameterMapping to, String key, String value) {
    try {
      to.addParameter(key, value);
    } catch (RuntimeException _) {
      // as if it had not been said
    }
  }

  /// Empty: not said.
  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }
}
