package org.hiwar.messenger.stub;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the file in a form (RFC 7578).
final class StubForm {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
  private static final Pattern NAME = Pattern.compile("filename=\"([^\"]*)\"");
  private static final Pattern TYPE = Pattern.compile("(?i)content-type: *([^\\r\\n;]+)");
  private static final String HEAD_ENDS = "\r\n\r\n";

  private StubForm() {}

  /// Empty when there is none.
  ///
  /// @param contentType of the whole
  static Optional<StubFile> file(String contentType, byte[] body) {
    var boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) return Optional.empty();
    // a character for each byte, so that places in the text are places in the bytes
    var text = new String(body, StandardCharsets.ISO_8859_1);
    var delimiter = "--" + boundary.group(1);
    for (int at = text.indexOf(delimiter); at >= 0; ) {
      int next = text.indexOf(delimiter, at + delimiter.length());
      int head = text.indexOf(HEAD_ENDS, at);
      if (next < 0 || head < 0 || head > next) return Optional.empty();
      var name = NAME.matcher(text.substring(at, head));
      if (name.find())
        return Optional.of(
            file(
                name.group(1),
                text.substring(at, head),
                text.substring(head + HEAD_ENDS.length(), next - "\r\n".length())));
      at = next;
    }
    return Optional.empty();
  }

  private static StubFile file(String name, String head, String content) {
    var type = TYPE.matcher(head);
    return new StubFile(
        new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
        type.find() ? type.group(1).strip() : "application/octet-stream",
        content.getBytes(StandardCharsets.ISO_8859_1));
  }
}
