package org.hiwar.messenger.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.hiwar.messenger.Coming;
import org.hiwar.messenger.MessengerLimits;
import org.hiwar.messenger.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The files of a message that the other system sent: each in the message itself or at an address.
final class WebhookFiles {
  static final int MOST = 5;
  private static final Set<String> SCHEMES = Set.of("https", "http");

  private WebhookFiles() {}

  /// What the files of a message turned out to be.
  sealed interface Read {}

  record Understood(List<Coming> files) implements Read {}

  /// @param problem for whoever programs the other side
  record Wrong(String problem) implements Read {}

  /// @param files missing, null, or an array
  static Read read(JsonNode files) {
    if (files.isMissingNode() || files.isNull()) return new Understood(List.of());
    if (!files.isArray() || files.size() > MOST)
      return new Wrong("files has to be an array of at most " + MOST);
    var read = new ArrayList<Coming>();
    for (var file : files) {
      var source = source(file);
      if (source == null)
        return new Wrong(
            "each of files has to have either content, in Base64 and not empty, or url, an address"
                + " of at most "
                + MessengerLimits.REFERENCE_CHARACTERS
                + " characters that begins with https://");
      var name = Texts.fileName(file.path("name").asString(""), "file-" + (read.size() + 1));
      read.add(new Coming(name, source));
    }
    return new Understood(List.copyOf(read));
  }

  private static Coming.@Nullable Source source(JsonNode file) {
    var content = file.path("content").asString("");
    var url = file.path("url").asString("");
    if (content.isEmpty() == url.isEmpty()) return null;
    return content.isEmpty() ? elsewhere(url) : here(content);
  }

  private static Coming.@Nullable Source here(String content) {
    try {
      var bytes = Base64.getDecoder().decode(content);
      return bytes.length == 0 ? null : new Coming.Here(bytes);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /// Without TLS it is refused when it is fetched, unless it is this machine's own.
  private static Coming.@Nullable Source elsewhere(String url) {
    if (url.length() > MessengerLimits.REFERENCE_CHARACTERS) return null;
    try {
      var address = new URI(url);
      return address.getHost() != null && SCHEMES.contains(String.valueOf(address.getScheme()))
          ? new Coming.Elsewhere(url)
          : null;
    } catch (URISyntaxException _) {
      return null;
    }
  }
}
