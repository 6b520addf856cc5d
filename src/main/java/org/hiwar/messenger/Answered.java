package org.hiwar.messenger;

import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What came of a request to a provider.
public sealed interface Answered {
  /// @param headers by their names in small letters
  @SuppressWarnings("ArrayRecordComponent") // bytes of an answer, never compared
  record Answer(int status, Map<String, String> headers, byte[] body) implements Answered {
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int FAULT = 500;
    private static final long LONGEST_WAIT_S = 86_400;

    public boolean success() {
      return status >= OK && status < OK + 100;
    }

    /// Whether the same request may succeed later.
    public boolean passing() {
      return status == TOO_MANY || status >= FAULT;
    }

    /// How long the provider asks to be left alone; zero: it does not say.
    public Duration pause() {
      try {
        long seconds = Long.parseLong(headers.getOrDefault("retry-after", "0").strip());
        return Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST_WAIT_S));
      } catch (NumberFormatException _) {
        return Duration.ZERO;
      }
    }

    /// The body; a missing node when it is no JSON.
    public JsonNode json() {
      try {
        return JsonMapper.shared().readTree(body);
      } catch (JacksonException _) {
        return JsonMapper.shared().missingNode();
      }
    }
  }

  /// There is no answer.
  ///
  /// @param code as the screens translate it
  record Failed(String code, String detail) implements Answered {}
}
