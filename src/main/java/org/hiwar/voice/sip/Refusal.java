package org.hiwar.voice.sip;

/// Why something was not done.
///
/// @param status of SIP, ours where nobody answered: 408 for silence, 503 for no connection
/// @param words a sentence for a person who knows telephones, not SIP
public record Refusal(int status, Why why, String words) {
  public enum Why {
    BUSY,
    NO_ANSWER,
    DECLINED,
    NO_SUCH_NUMBER,
    /// The other side forbids it, or our credentials are wrong.
    NOT_ALLOWED,
    /// A redirection that is not followed.
    REDIRECTED,
    /// The audio offered does not suit.
    UNSUITABLE,
    /// The trunk or the phone is down or overloaded.
    UNREACHABLE,
    /// What came could not be understood.
    NOT_UNDERSTOOD,
    FAILED
  }

  public static Refusal of(int status) {
    return switch (status) {
      case 301, 302, 305, 380 ->
          new Refusal(
              status, Why.REDIRECTED, "The call was sent elsewhere, and that is not followed.");
      case 401, 407 ->
          new Refusal(status, Why.NOT_ALLOWED, "The user name or the password is wrong.");
      case 403 -> new Refusal(status, Why.NOT_ALLOWED, "The other side does not allow this.");
      case 404, 410, 484, 485, 604 ->
          new Refusal(status, Why.NO_SUCH_NUMBER, "There is no such number.");
      case 408 -> new Refusal(status, Why.UNREACHABLE, "Nothing was heard from the other side.");
      case 480 -> new Refusal(status, Why.NO_ANSWER, "The called party cannot be reached now.");
      case 486, 600 -> new Refusal(status, Why.BUSY, "The called party is busy.");
      case 487 -> new Refusal(status, Why.NO_ANSWER, "The call was given up before an answer.");
      case 415, 488, 606 ->
          new Refusal(status, Why.UNSUITABLE, "The other side cannot use the audio offered.");
      case 500, 502, 503, 504 ->
          new Refusal(status, Why.UNREACHABLE, "The other side is out of order or overloaded.");
      case 603, 607, 608 -> new Refusal(status, Why.DECLINED, "The call was declined.");
      default -> new Refusal(status, Why.FAILED, "The other side refused with " + status + ".");
    };
  }

  /// Whether another trunk may do what this one could not. Busy and declined are answers of the
  /// called party, and stay so on every trunk.
  public boolean anotherTrunkMayHelp() {
    return why == Why.UNREACHABLE || status == 401 || status == 407;
  }
}
