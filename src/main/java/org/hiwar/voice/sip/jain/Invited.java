package org.hiwar.voice.sip.jain;

import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hiwar.voice.sip.SipEvent;
import org.hiwar.voice.sip.SipEvent.By;
import org.hiwar.voice.sip.SipEvent.Cause;
import org.jspecify.annotations.Nullable;

/// A call that has come in, until we answer it (RFC 3261 section 13.3).
final class Invited extends Phase {
  private final Request invite;
  private final ServerTransaction transaction;
  private final Dialog dialog;
  private final Line line;
  private final boolean weOffer;
  private Mailbox.@Nullable Alarm unanswered;

  /// @param weOffer the caller leaves the offer to our answer
  Invited(Call call, ServerTransaction transaction, Line line, String localTag, boolean weOffer) {
    super(call);
    this.transaction = transaction;
    this.line = line;
    this.weOffer = weOffer;
    invite = transaction.getRequest();
    dialog = Dialog.of(line, call.wire(), invite, localTag);
  }

  @Override
  void begin() {
    unanswered = call.mailbox().after(call.office().limits().ringing(), this::notAnswered);
  }

  private void notAnswered() {
    refuseWith(Response.TEMPORARILY_UNAVAILABLE, new SipEvent.Ended(By.US, Cause.NOT_ANSWERED));
  }

  @Override
  void ringing() {
    wire().respond(transaction, response(Response.RINGING));
  }

  @Override
  void progress(String sdp) {
    var response = response(Response.SESSION_PROGRESS);
    wire().body(response, Headers.SDP, sdp);
    wire().respond(transaction, response);
  }

  @Override
  void answer(String sdp) {
    stopAlarm();
    var response = response(Response.OK);
    wire().allow(response);
    wire().body(response, Headers.SDP, sdp);
    var talking = new Talking(call, dialog, false);
    call.become(talking);
    wire().respond(transaction, response);
    talking.confirm(response, weOffer ? Talking.Waits.FOR_FIRST_ANSWER : Talking.Waits.FOR_NOTHING);
  }

  private Response response(int status) {
    var response = wire().response(invite, status);
    wire().tag(response, dialog.localTag());
    if (status < 300) wire().contact(response, line.contact(wire()));
    return response;
  }

  @Override
  void refuse(int status) {
    boolean possible = status >= 400 && status < 700;
    refuseWith(possible ? status : Response.DECLINE, new SipEvent.Ended(By.US, Cause.REFUSED));
  }

  @Override
  void hangUp(Cause why) {
    int status =
        switch (why) {
          case CLOSED, OVERLOADED -> Response.SERVICE_UNAVAILABLE;
          case FAULT -> Response.SERVER_INTERNAL_ERROR;
          default -> Response.DECLINE;
        };
    refuseWith(status, new SipEvent.Ended(By.US, why == Cause.HUNG_UP ? Cause.REFUSED : why));
  }

  @Override
  void cancelled() {
    refuseWith(Response.REQUEST_TERMINATED, new SipEvent.Ended(By.FAR_END, Cause.CANCELLED));
  }

  /// A BYE may end an early dialog too (RFC 3261 section 15).
  @Override
  void arrived(Request request, @Nullable ServerTransaction of) {
    if (of == null) return;
    if (!request.getMethod().equals(Request.BYE)) {
      wire().respond(of, request, Response.METHOD_NOT_ALLOWED);
      return;
    }
    wire().respond(of, request, Response.OK);
    cancelled();
  }

  private void refuseWith(int status, SipEvent last) {
    stopAlarm();
    wire().respond(transaction, response(status));
    call.end(last, new Leaving(call, null));
  }

  private void stopAlarm() {
    if (unanswered != null) unanswered.cancel();
  }
}
