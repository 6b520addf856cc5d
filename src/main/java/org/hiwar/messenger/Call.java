package org.hiwar.messenger;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// One request to a provider. Address and headers may hold secrets: it is never printed.
@SuppressWarnings("ArrayRecordComponent") // bytes of a request, never compared
public record Call(String method, String address, Map<String, String> headers, byte[] body) {
  public Call {
    headers = Map.copyOf(headers);
  }

  public static Call get(String address) {
    return new Call("GET", address, Map.of(), new byte[0]);
  }

  public static Call json(String address, Object body) {
    return json(address, JsonMapper.shared().writeValueAsBytes(body));
  }

  /// @param body as it is written already, where a signature is over it
  public static Call json(String address, byte[] body) {
    return new Call("POST", address, Map.of("Content-Type", "application/json"), body);
  }

  public static Call form(String address, Multipart form) {
    return new Call("POST", address, Map.of("Content-Type", form.contentType()), form.body());
  }

  public Call with(String header, String value) {
    var more = new TreeMap<>(headers);
    more.put(header, value);
    return new Call(method, address, more, body);
  }

  @Override
  public String toString() {
    return method;
  }
}
