package org.hiwar.voice.call.api;

import java.util.Map;
import org.hiwar.platform.Refusal;
import org.hiwar.voice.call.OutgoingCalls.Why;

/// Every refusal of telephony. Desktops translate by code.
enum CallProblem {
  BAD_OFFER(422, "bad-offer", "This browser's description of its audio cannot be used."),
  BAD_NUMBER(
      422, "bad-number", "This cannot be dialled: digits, * and #, with a + in front if need be."),
  BAD_KEYS(422, "bad-keys", "Keys are digits, * and #, 32 at most."),
  BAD_WISH(422, "bad-wish", "Say either a service or a number, and a state that can be wished."),
  UNKNOWN_SERVICE(422, "unknown-service", "There is no such service for calls."),
  NO_DEVICE(
      409, "no-device", "Your telephone is not connected. Allow the microphone, then try again."),
  NO_SESSION(
      409,
      "no-session",
      "Your desktop is not connected. Wait until it is in sync, then try again."),
  ON_A_CALL(409, "on-a-call", "You have a call already, or one rings."),
  NO_TRUNK(409, "no-trunk", "No trunk leads to this number. Ask an administrator."),
  DESTINATION_CLOSED(
      403, "destination-closed", "Numbers there may not be called. Ask an administrator."),
  TOO_MANY_CALLS(
      429, "too-many-calls", "More calls than are allowed at a time or within a minute."),
  NO_NUMBER(
      409,
      "no-number",
      "There is no number that a customer could call. Ask an administrator to add one."),
  NO_CALL(409, "no-call", "You and the customer are not connected."),
  COLLEAGUE_BUSY(409, "colleague-busy", "Your colleague has a call, or one rings."),
  COLLEAGUE_UNAVAILABLE(
      409, "colleague-unavailable", "Your colleague has no open desktop, or no telephone."),
  TOO_MUCH(409, "too-much", "More is waiting for this call than can be done."),
  DEVICE_IN_CALL(
      409, "device-in-call", "You are on a call. Choose another telephone when it is over."),
  BAD_DEVICE(
      422, "bad-device", "Say a kind, and with it the telephone or the number that it needs."),
  UNKNOWN_PHONE(422, "unknown-phone", "You have no such telephone."),
  NUMBER_NOT_FOR_THIS(
      422,
      "number-not-for-this",
      "Your calls cannot be sent to an emergency number or to one of your own service numbers."),
  RECORDING_UNFINISHED(
      409, "recording-unfinished", "The recording is still being written. Wait for the end of it."),
  RECORDING_LOST(409, "recording-lost", "The file of this recording is not there."),
  TRY_AGAIN(
      503,
      "try-again",
      "This could not be done, or is not known to be done, at this moment. Try again in a few"
          + " seconds.");

  private final int status;
  private final String code;
  private final String sentence;

  CallProblem(int status, String code, String sentence) {
    this.status = status;
    this.code = code;
    this.sentence = sentence;
  }

  Refusal refusal() {
    return new Refusal(status, code, sentence, Map.of());
  }

  static CallProblem of(Why why) {
    return switch (why) {
      case UNKNOWN_SERVICE -> UNKNOWN_SERVICE;
      case NO_DEVICE -> NO_DEVICE;
      case NO_SESSION -> NO_SESSION;
      case ON_A_CALL -> ON_A_CALL;
      case NO_TRUNK -> NO_TRUNK;
      case DESTINATION_CLOSED -> DESTINATION_CLOSED;
      case TOO_MANY_CALLS -> TOO_MANY_CALLS;
      case FULL, NO_PORT, UNAVAILABLE -> TRY_AGAIN;
    };
  }
}
