package org.hiwar.voice.sip.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An answer to a [Challenge], of an Authorization or Proxy-Authorization header.
///
/// @param uri that it holds for
/// @param count how often the nonce has been answered, 8 hexadecimal digits; it and `cnonce` are
///     null when the challenge did not ask for `qop=auth`
public record Answer(
    String user,
    String realm,
    String nonce,
    String uri,
    Algorithm algorithm,
    @Nullable String cnonce,
    @Nullable String count,
    String response,
    @Nullable String opaque) {

  /// Answers a challenge.
  ///
  /// @param count how often this nonce has been answered, this time included
  /// @param cnonce a new random word
  public static Answer to(
      Challenge challenge, String user, Secret secret, Request request, int count, String cnonce) {
    var nc = challenge.protects() ? String.format(Locale.ROOT, "%08x", count) : null;
    var unsigned =
        new Answer(
            user,
            challenge.realm(),
            challenge.nonce(),
            request.uri(),
            challenge.algorithm(),
            challenge.protects() ? cnonce : null,
            nc,
            "",
            challenge.opaque());
    return unsigned.signed(unsigned.expected(secret, request.method()));
  }

  /// What is answered for.
  public record Request(String method, String uri) {}

  private Answer signed(String digest) {
    return new Answer(user, realm, nonce, uri, algorithm, cnonce, count, digest, opaque);
  }

  /// Empty when it is not readable, or of an algorithm that we do not speak.
  public static Optional<Answer> read(String header) {
    return Parameters.read(header).flatMap(Answer::from);
  }

  private static Optional<Answer> from(Parameters given) {
    var algorithm = Algorithm.named(given.get("algorithm").orElse("MD5"));
    boolean protects = given.get("qop").isPresent();
    boolean whole =
        given.get("username").isPresent()
            && given.get("realm").isPresent()
            && given.get("nonce").isPresent()
            && given.get("uri").isPresent()
            && given.get("response").isPresent()
            && (!protects
                || (given.get("qop").get().equalsIgnoreCase("auth")
                    && given.get("cnonce").isPresent()
                    && given.get("nc").orElse("").matches("[0-9a-fA-F]{8}")));
    if (!whole || algorithm.isEmpty()) return Optional.empty();
    return Optional.of(
        new Answer(
            given.get("username").orElseThrow(),
            given.get("realm").orElseThrow(),
            given.get("nonce").orElseThrow(),
            given.get("uri").orElseThrow(),
            algorithm.get(),
            protects ? given.get("cnonce").orElseThrow() : null,
            protects ? given.get("nc").orElseThrow() : null,
            given.get("response").orElseThrow(),
            given.get("opaque").orElse(null)));
  }

  /// Whether it was made with the secret, for a request of this method. Takes as long whether it
  /// was or not.
  public boolean isRight(Secret secret, String method) {
    return MessageDigest.isEqual(
        expected(secret, method).getBytes(StandardCharsets.US_ASCII),
        response.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
  }

  /// RFC 7616 section 3.4.1.
  private String expected(Secret secret, String method) {
    var a2 = algorithm.hash(method + ":" + uri);
    var middle = count == null ? nonce : nonce + ":" + count + ":" + cnonce + ":auth";
    return algorithm.hash(secret.in(algorithm) + ":" + middle + ":" + a2);
  }

  public String written() {
    var text =
        "Digest username="
            + Parameters.quoted(user)
            + ", realm="
            + Parameters.quoted(realm)
            + ", nonce="
            + Parameters.quoted(nonce)
            + ", uri="
            + Parameters.quoted(uri)
            + ", response=\""
            + response
            + "\", algorithm="
            + algorithm;
    if (cnonce != null) text += ", cnonce=" + Parameters.quoted(cnonce) + ", qop=auth, nc=" + count;
    return opaque == null ? text : text + ", opaque=" + Parameters.quoted(opaque);
  }
}
