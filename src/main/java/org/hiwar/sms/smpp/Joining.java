package org.hiwar.sms.smpp;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is known of a long message when one of its parts is read.
sealed interface Joining {
  /// Some are on their way.
  record Waiting() implements Joining {}

  /// What came of it, in its order.
  ///
  /// @param parts empty where one is missing
  record Known(long message, String sender, List<Optional<Coded>> parts) implements Joining {
    public Known {
      parts = List.copyOf(parts);
    }

    /// The whole text; a gap is marked by a sign that all languages read.
    String text(Optional<Charset> alphabet) {
      var text = new StringBuilder();
      var row = new ArrayList<Coded>();
      for (int i = 0; i < parts.size(); i++) {
        var part = parts.get(i);
        if (part.isPresent()) {
          row.add(part.get());
        } else {
          text.append(Coded.text(row, alphabet)).append(" ").append(gap(i + 1, parts.size()));
          text.append(" ");
          row.clear();
        }
      }
      return text.append(Coded.text(row, alphabet)).toString().strip();
    }
  }

  /// The others were given up, and shown without it, before it came.
  record Late() implements Joining {}

  /// Stands where part `part` of `total` is missing.
  static String gap(int part, int total) {
    return "[… " + part + "/" + total + " …]";
  }
}
