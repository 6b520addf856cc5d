package org.hiwar.email;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.hiwar.platform.outbound.NotAllowedOutside;
import org.hiwar.platform.outbound.OutboundHttp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks for access tokens (RFC 6749, 5 and 6), by the guarded way out.
final class TokenEndpoint {
  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json");

  /// Nothing that could end its place in the log-in.
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,10000}");

  /// What counts where an endpoint does not say it.
  private static final Duration USUAL_LIFE = Duration.ofMinutes(30);

  private final OutboundHttp http;

  /// @param refreshToken to be used from now on
  record Issued(String accessToken, Duration life, String refreshToken) {
    /// Without them.
    @Override
    public String toString() {
      return "tokens for " + life;
    }
  }

  TokenEndpoint(OutboundHttp http) {
    this.http = http;
  }

  Issued ask(Grant grant) throws LogInFailed {
    var answer = answer(grant);
    if (answer.status() != 200) throw refused(grant, answer);
    var said = json(answer);
    var access = said.path("access_token").asString("");
    if (!TOKEN.matcher(access).matches())
      throw new LogInFailed(LogInFailed.ENDPOINT_FAILED, "HTTP 200");
    var seconds = said.path("expires_in").asLong(USUAL_LIFE.toSeconds());
    var refresh = said.path("refresh_token").asString("");
    return new Issued(
        access,
        Duration.ofSeconds(Math.clamp(seconds, 0, EmailLimits.TOKEN_LIFE.toSeconds())),
        refresh.isBlank() ? grant.refreshToken() : refresh);
  }

  private OutboundHttp.Answer answer(Grant grant) throws LogInFailed {
    try {
      var uri = new URI(grant.endpoint());
      if (uri.getScheme() == null) throw new NotAllowedOutside("It has no https://.");
      return http.send(
          new OutboundHttp.Request(
              "POST",
              uri,
              HEADERS,
              grant.form(),
              EmailLimits.TOKEN_WITHIN,
              EmailLimits.TOKEN_ANSWER_BYTES));
    } catch (NotAllowedOutside e) {
      throw new LogInFailed(NotAllowedOutside.CODE, grant.shown(String.valueOf(e.getMessage())));
    } catch (URISyntaxException | IllegalArgumentException _) {
      throw new LogInFailed(NotAllowedOutside.CODE, "");
    } catch (IOException e) {
      throw new LogInFailed(LogInFailed.ENDPOINT_UNREACHABLE, grant.shown(e.toString()));
    }
  }

  /// To a request with a body, 401 comes without what was said: it is about the client (5.2).
  private static LogInFailed refused(Grant grant, OutboundHttp.Answer answer) {
    int status = answer.status();
    var said = json(answer);
    var error = said.path("error").asString("");
    var detail =
        grant.shown(
            "HTTP " + status + " " + error + " " + said.path("error_description").asString(""));
    if (status >= 500 || status == 429)
      return new LogInFailed(LogInFailed.ENDPOINT_UNREACHABLE, detail);
    if (error.equals("invalid_grant"))
      return new LogInFailed(LogInFailed.REFRESH_TOKEN_EXPIRED, detail);
    if (status == 401 || error.equals("invalid_client") || error.equals("unauthorized_client"))
      return new LogInFailed(LogInFailed.CLIENT_REFUSED, detail);
    return new LogInFailed(LogInFailed.ENDPOINT_FAILED, detail);
  }

  /// A missing node where it is none.
  private static JsonNode json(OutboundHttp.Answer answer) {
    try {
      return JsonMapper.shared().readTree(answer.body());
    } catch (JacksonException _) {
      return JsonMapper.shared().missingNode();
    }
  }
}
