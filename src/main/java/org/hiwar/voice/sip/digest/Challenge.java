package org.hiwar.voice.sip.digest;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A demand for a digest, of a WWW-Authenticate or Proxy-Authenticate header.
///
/// @param opaque to be repeated; null when there was none
/// @param protects whether it takes `qop=auth`; providers of old do not
/// @param stale the last answer was right but too late
public record Challenge(
    String realm,
    String nonce,
    Algorithm algorithm,
    @Nullable String opaque,
    boolean protects,
    boolean stale) {

  /// Empty when it is none that we can answer.
  public static Optional<Challenge> read(String header) {
    return Parameters.read(header).flatMap(Challenge::from);
  }

  private static Optional<Challenge> from(Parameters given) {
    var algorithm = Algorithm.named(given.get("algorithm").orElse("MD5"));
    var realm = given.get("realm");
    var nonce = given.get("nonce");
    if (algorithm.isEmpty() || realm.isEmpty() || nonce.isEmpty()) return Optional.empty();
    var qop = given.get("qop");
    boolean protects =
        qop.isPresent() && Stream.of(qop.get().split(",")).anyMatch(Challenge::isAuth);
    if (qop.isPresent() && !protects) return Optional.empty();
    return Optional.of(
        new Challenge(
            realm.get(),
            nonce.get(),
            algorithm.get(),
            given.get("opaque").orElse(null),
            protects,
            given.get("stale").orElse("false").equalsIgnoreCase("true")));
  }

  private static boolean isAuth(String word) {
    return word.strip().equalsIgnoreCase("auth");
  }

  public String written() {
    var text =
        "Digest realm="
            + Parameters.quoted(realm)
            + ", nonce="
            + Parameters.quoted(nonce)
            + ", algorithm="
            + algorithm;
    if (opaque != null) text += ", opaque=" + Parameters.quoted(opaque);
    if (protects) text += ", qop=\"auth\"";
    return stale ? text + ", stale=true" : text;
  }
}
