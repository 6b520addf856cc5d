package org.hiwar.campaign.preview;

import java.util.Map;
import org.hiwar.platform.Refusal;

/// Every refusal about previews. Desktops translate by code.
public enum PreviewProblem {
  OFFER_GONE(409, "offer-gone", "This offer is over."),
  PREVIEW_OVER(409, "preview-over", "This record is not yours to decide about any more."),
  REJECT_NOT_ALLOWED(403, "reject-not-allowed", "Records of this campaign may not be rejected."),
  SKIP_NOT_ALLOWED(403, "skip-not-allowed", "Records of this campaign may not be skipped."),
  UNKNOWN_SKIP_REASON(422, "unknown-skip-reason", "The campaign has no such reason to skip."),
  DISPOSITION_REQUIRED(409, "disposition-required", "Choose a disposition first."),
  UNKNOWN_DISPOSITION(422, "unknown-disposition", "There is no such disposition here."),
  TOO_LONG(422, "too-long", "This text is longer than is allowed."),
  NUMBER_NOT_ALLOWED(
      403, "number-not-allowed", "In this campaign only the recommended number may be called."),
  NUMBER_REFUSED(409, "number-refused", "This number may not be called now."),
  BAD_NUMBER(422, "bad-number", "This cannot be dialled."),
  UNKNOWN_FIELD(422, "unknown-field", "This record has no such field that could be corrected."),
  CORRECTION_REFUSED(422, "correction-refused", "Something of this cannot stand in the list."),
  RECORD_CHANGED(409, "record-changed", "Somebody else has changed the record meanwhile."),
  RECORD_HELD(409, "record-held", "The list is being imported into. Save again in a minute."),
  BAD_NEXT_CALL(422, "bad-next-call", "The next call cannot be at this time, or to this number."),
  NEXT_CALL_OUTSIDE_HOURS(
      422, "next-call-outside-hours", "This time is outside the calling hours at the customer's."),
  UNKNOWN_SERVICE(422, "unknown-service", "The campaign has no service for its calls."),
  NO_DEVICE(409, "no-device", "Your telephone is not connected."),
  NO_SESSION(409, "no-session", "Your desktop is not connected."),
  ON_A_CALL(409, "on-a-call", "You have a call already, or one rings."),
  NO_TRUNK(409, "no-trunk", "No trunk leads to this number. Ask an administrator."),
  DESTINATION_CLOSED(
      403, "destination-closed", "Numbers there may not be called. Ask an administrator."),
  TOO_MANY_CALLS(
      429, "too-many-calls", "More calls than are allowed at a time or within a minute."),
  TRY_AGAIN(503, "try-again", "This is not known to be done. Try again in a few seconds.");

  private final int status;
  private final String code;
  private final String sentence;

  PreviewProblem(int status, String code, String sentence) {
    this.status = status;
    this.code = code;
    this.sentence = sentence;
  }

  public Refusal refusal(Map<String, Object> more) {
    return new Refusal(status, code, sentence, more);
  }
}
