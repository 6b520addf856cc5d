package org.hiwar.chat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Signs visitors, so that a browser is known again and nobody can say to be another.
///
/// A token is `v1.<visitor>.<signature>`: 128 random bits, and the HMAC-SHA256 over version,
/// workspace and visitor under the workspace's secret, both in URL-safe base64. It is worth nothing
/// in another workspace.
@Component
class VisitorTokens {
  private static final String VERSION = "v1";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int VISITOR_BYTES = 16;
  private static final int LONGEST = 200;

  private final Workspaces workspaces;
  private final SecureRandom random = new SecureRandom();

  VisitorTokens(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  /// A visitor that nobody was before.
  String newVisitor() {
    var bytes = new byte[VISITOR_BYTES];
    random.nextBytes(bytes);
    return text(bytes);
  }

  String sign(WorkspaceId workspace, String visitor) {
    return VERSION + "." + visitor + "." + text(signature(workspace, visitor));
  }

  /// The visitor that a token was signed for; empty when it is not one of ours.
  Optional<String> visitor(WorkspaceId workspace, @Nullable String token) {
    if (token == null || token.length() > LONGEST) return Optional.empty();
    var parts = token.split("\\.", -1);
    if (parts.length != 3 || !parts[0].equals(VERSION)) return Optional.empty();
    var expected = text(signature(workspace, parts[1])).getBytes(StandardCharsets.US_ASCII);
    boolean ours = MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.UTF_8));
    return ours ? Optional.of(parts[1]) : Optional.empty();
  }

  private byte[] signature(WorkspaceId workspace, String visitor) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(workspaces.secret(workspace), ALGORITHM));
      return mac.doFinal(
          ("hiwar visitor " + VERSION + " " + workspace + " " + visitor)
              .getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
