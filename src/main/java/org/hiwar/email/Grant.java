package org.hiwar.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hiwar.channel.Account;

/// What somebody has consented to, so that we get access tokens without them (RFC 6749, 1.5).
///
/// @param clientSecret empty: the client has none
/// @param scope empty: what was consented to
record Grant(
    String endpoint, String clientId, String clientSecret, String refreshToken, String scope) {

  static Grant of(Account account) throws LogInFailed {
    var settings = new EmailSettings(account);
    var grant =
        new Grant(
            settings.text(EmailSettings.TOKEN_ENDPOINT),
            settings.text(EmailSettings.CLIENT_ID),
            account.setting(EmailSettings.CLIENT_SECRET).strip(),
            account.setting(EmailSettings.REFRESH_TOKEN).strip(),
            settings.text(EmailSettings.SCOPE));
    if (grant.endpoint.isEmpty() || grant.clientId.isEmpty() || grant.refreshToken.isEmpty())
      throw new LogInFailed(LogInFailed.OAUTH_MISSING, "");
    return grant;
  }

  Grant with(String otherRefreshToken) {
    return new Grant(endpoint, clientId, clientSecret, otherRefreshToken, scope);
  }

  /// The body of the request (RFC 6749, 6).
  byte[] form() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("grant_type", "refresh_token");
    fields.put("refresh_token", refreshToken);
    fields.put("client_id", clientId);
    if (!clientSecret.isEmpty()) fields.put("client_secret", clientSecret);
    if (!scope.isEmpty()) fields.put("scope", scope);
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"))
        .getBytes(UTF_8);
  }

  /// What the other side said, in one line and without our secrets.
  String shown(String said) {
    var shown = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    for (var secret : Stream.of(refreshToken, clientSecret).filter(s -> !s.isEmpty()).toList())
      shown = shown.replace(secret, "…");
    return shown.substring(0, Math.min(shown.length(), EmailLimits.SAID_CHARACTERS));
  }

  /// Without its secrets.
  @Override
  public String toString() {
    return "grant to " + clientId + " by " + endpoint;
  }
}
