package org.hiwar.chat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;
import org.hiwar.contact.Trust;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a site signs about its customer: a JWT with HS256 (RFC 7519, RFC 7515) under the
/// secret of the entry, with `sub` and `exp`, and where the site knows them `name`, `email` and
/// `phone_number` (OpenID Connect Core, 5.1). An address that the site itself calls unverified is
/// left out.
@Component
class SiteIdentities {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final ChatIdentityStore secrets;
  private final Clock clock;

  SiteIdentities(ChatIdentityStore secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /// Empty: nobody is attested. Whoever brings a token that is not right is a stranger like others.
  Optional<SiteIdentity> read(WorkspaceId workspace, EntryId entry, @Nullable String token) {
    if (token == null) return Optional.empty();
    var parts = token.split("\\.", -1);
    if (parts.length != 3) return Optional.empty();
    return secrets
        .find(workspace, entry)
        .filter(secret -> isSigned(secret, parts))
        .flatMap(_ -> json(parts[1]))
        .filter(this::isNow)
        .flatMap(claims -> identity(entry, claims));
  }

  private static boolean isSigned(String secret, String[] parts) {
    boolean known =
        json(parts[0]).filter(header -> "HS256".equals(text(header, "alg"))).isPresent();
    var expected = Base64.getUrlEncoder().withoutPadding().encode(signature(secret, parts));
    return known && MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] signature(String secret, String[] parts) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private static Optional<JsonNode> json(String part) {
    try {
      var json = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(part));
      return json.isObject() ? Optional.of(json) : Optional.empty();
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// A token that never ends, or not for long, could be taken and kept.
  private boolean isNow(JsonNode claims) {
    long now = clock.instant().getEpochSecond();
    if (!claims.path("exp").isNumber()) return false;
    long ends = claims.path("exp").asLong(0);
    long begins = claims.path("nbf").asLong(0);
    return ends > now - SKEW.toSeconds()
        && ends <= now + ChatLimits.IDENTITY.toSeconds()
        && begins <= now + SKEW.toSeconds();
  }

  private static Optional<SiteIdentity> identity(EntryId entry, JsonNode claims) {
    var subject = text(claims, "sub");
    if (subject == null || subject.isBlank() || subject.length() > ChatLimits.SUBJECT_CHARACTERS)
      return Optional.empty();
    var name = text(claims, "name");
    return Optional.of(
        new SiteIdentity(
            visitor(entry, subject),
            name == null || name.isBlank() ? null : name.strip(),
            addresses(claims)));
  }

  private static List<Address> addresses(JsonNode claims) {
    var found = new ArrayList<Address>();
    attested(claims, AddressKind.EMAIL, "email").ifPresent(found::add);
    attested(claims, AddressKind.PHONE, "phone_number").ifPresent(found::add);
    return found;
  }

  private static Optional<Address> attested(JsonNode claims, AddressKind kind, String name) {
    var value = text(claims, name);
    if (value == null || !claims.path(name + "_verified").asBoolean(true)) return Optional.empty();
    return Addresses.normalised(kind, value, "")
        .map(normalised -> new Address(kind, normalised, Trust.ATTESTED));
  }

  /// No visitor that we ever made: those are shorter.
  private static String visitor(EntryId entry, String subject) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var all = digest.digest((entry + " " + subject).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static @Nullable String text(JsonNode json, String name) {
    var value = json.path(name);
    return value.isString() ? value.asString() : null;
  }
}
