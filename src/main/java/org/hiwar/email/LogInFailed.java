package org.hiwar.email;

/// Why an account cannot log in to its mail server.
final class LogInFailed extends Exception {
  private static final long serialVersionUID = 1;

  static final String PASSWORD_MISSING = "password-missing";

  /// Token endpoint, client id or refresh token are not set.
  static final String OAUTH_MISSING = "oauth-missing";

  static final String ENDPOINT_UNREACHABLE = "token-endpoint-unreachable";

  /// It answered, and gave no token.
  static final String ENDPOINT_FAILED = "token-endpoint-failed";

  static final String CLIENT_REFUSED = "client-refused";
  static final String REFRESH_TOKEN_EXPIRED = "refresh-token-expired";

  /// The mail server takes no access token, not even a new one.
  static final String TOKEN_REFUSED = "token-refused";

  private final String code;

  /// @param code as the screens translate it
  /// @param detail what the other side said, for experts; empty: nothing
  LogInFailed(String code, String detail) {
    super(detail, null);
    this.code = code;
  }

  String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
