package org.hiwar.messenger.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.hiwar.messenger.Signatures;

/// Signs webhooks as the specification *Standard Webhooks* says: HMAC-SHA256 over
/// `id.timestamp.body`, written `v1,` and Base64; several, separated by spaces, while a secret is
/// being changed.
final class StandardSignature {
  /// How far the clocks of both sides may be apart; what is older is somebody's copy.
  static final Duration TOLERANCE = Duration.ofMinutes(5);
  static final String ID = "webhook-id";
  static final String TIMESTAMP = "webhook-timestamp";
  static final String SIGNATURE = "webhook-signature";

  /// Without full stops, which part what is signed.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_:-]{1,200}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
  private static final String PREFIX = "whsec_";
  private static final String VERSION = "v1,";
  private static final int MOST = 10;

  private final List<byte[]> keys;
  private final Clock clock;

  /// @param secrets the present one first; those that are empty do not count
  StandardSignature(List<String> secrets, Clock clock) {
    this.keys = new ArrayList<>();
    for (var secret : secrets) if (!secret.isEmpty()) keys.add(key(secret));
    this.clock = clock;
  }

  /// Behind `whsec_` a secret is Base64; anything else counts as it is written.
  private static byte[] key(String secret) {
    if (!secret.startsWith(PREFIX) || secret.length() == PREFIX.length())
      return Signatures.utf8(secret);
    try {
      return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    } catch (IllegalArgumentException _) {
      return Signatures.utf8(secret);
    }
  }

  boolean valid(String id, String timestamp, String signature, byte[] body) {
    if (!NAME.matcher(id).matches() || !SECONDS.matcher(timestamp).matches()) return false;
    long apart = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
    if (apart > TOLERANCE.toSeconds()) return false;
    boolean found = false;
    for (var one : signature.split(" ", MOST))
      for (var key : keys) found |= Signatures.same(signed(key, id, timestamp, body), one);
    return found;
  }

  long now() {
    return clock.instant().getEpochSecond();
  }

  /// With every key, so that the other side may change its secret first or last.
  String sign(String id, long seconds, byte[] body) {
    return String.join(
        " ", keys.stream().map(key -> signed(key, id, Long.toString(seconds), body)).toList());
  }

  private static String signed(byte[] key, String id, String timestamp, byte[] body) {
    var head = Signatures.utf8(id + "." + timestamp + ".");
    return VERSION + Base64.getEncoder().encodeToString(Signatures.hmac(key, head, body));
  }
}
