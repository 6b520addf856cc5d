package org.hiwar.platform;

import java.time.Duration;
import java.util.Map;

/// Something asked for that cannot be had, for a reason the asker can understand: an expected
/// outcome of a request, no fault of the server. Thrown from any depth of a request and answered as
/// a problem (RFC 9457) whose type is `urn:hiwar:problem:<code>`. The desktop translates by `code`;
/// `sentence` says in plain English what to do.
///
/// A failure of the server itself (a lost database, a mistake in the code) is never a refusal.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final transient Map<String, Object> more;

  /// `more` becomes further members of the problem, for instance `retryAfterMs`.
  public Refusal(int status, String code, String sentence, Map<String, Object> more) {
    super(sentence, null, false, false);
    this.status = status;
    this.code = code;
    this.more = Map.copyOf(more);
  }

  /// What is not there, and what belongs to another workspace: the two must look the same.
  public static Refusal notFound() {
    return new Refusal(
        404,
        "not-found",
        "There is nothing here. It may have been removed, or the address is wrong.",
        Map.of());
  }

  /// The request came too late or does not fit the present state; asking again changes nothing.
  public static Refusal conflict(String code, String sentence) {
    return new Refusal(409, code, sentence, Map.of());
  }

  /// A value that cannot be accepted.
  public static Refusal invalid(String code, String sentence) {
    return new Refusal(422, code, sentence, Map.of());
  }

  public static Refusal tooLarge(String code, String sentence) {
    return new Refusal(413, code, sentence, Map.of());
  }

  public static Refusal notAllowed() {
    return new Refusal(
        403,
        "not-allowed",
        "Your role does not allow this. Ask an administrator if you need it.",
        Map.of());
  }

  public static Refusal tooMany(String code, String sentence, Duration retryAfter) {
    return new Refusal(429, code, sentence, Map.of("retryAfterMs", retryAfter.toMillis()));
  }

  /// Cannot be done just now; nothing was changed, and trying again may help.
  public static Refusal unavailable(String code, String sentence) {
    return new Refusal(503, code, sentence, Map.of());
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }

  public Map<String, Object> more() {
    return more;
  }
}
