package org.hiwar.workspace.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hiwar.workspace.WorkspaceId;

/// What the session cookie holds: `<workspace>.<secret>`. Of the secret, 32 random bytes, the
/// database has the SHA-256.
record SessionToken(WorkspaceId workspace, String secret) {
  private static final int SECRET_BYTES = 32;
  private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.([A-Za-z0-9_-]{43})");

  static SessionToken random(WorkspaceId workspace, SecureRandom random) {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return new SessionToken(
        workspace, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// Empty for whatever we did not make.
  static Optional<SessionToken> parse(String cookie) {
    var parts = FORM.matcher(cookie);
    if (!parts.matches()) return Optional.empty();
    return Optional.of(new SessionToken(WorkspaceId.of(parts.group(1)), parts.group(2)));
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(secret.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  String cookie() {
    return workspace + "." + secret;
  }

  /// Never the secret: a token may end up in a log by way of an exception.
  @Override
  public String toString() {
    return "session token of workspace " + workspace;
  }
}
