package org.hiwar.channel;

import java.util.List;
import java.util.Map;

/// A request of a provider, as it came.
///
/// @param headers by their names in lower case
/// @param query decoded; of a name that comes twice the first value
/// @param body the bytes that a signature is over
@SuppressWarnings("ArrayRecordComponent") // bytes of a request, never compared
public record WebhookRequest(
    String method, Map<String, List<String>> headers, Map<String, String> query, byte[] body) {
  public WebhookRequest {
    headers = Map.copyOf(headers);
    query = Map.copyOf(query);
  }

  /// The first value of a header, whose name is given in lower case; empty text when it is not
  /// there.
  public String header(String name) {
    var values = headers.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }
}
