package org.hiwar.voice.sip.jain;

import javax.sip.ClientTransaction;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.Refusal;
import org.hiwar.voice.sip.SipEvent;
import org.hiwar.voice.sip.SipEvent.By;
import org.hiwar.voice.sip.SipEvent.Cause;
import org.jspecify.annotations.Nullable;

/// An answered call.
final class Talking extends Phase {
  private final Dialog dialog;
  private final Reoffers reoffers;
  private final Referrals referrals;
  private @Nullable Confirmation confirmation;
  private Waits waits = Waits.FOR_NOTHING;
  private @Nullable SipEvent endedBeforeConfirmation;
  private Mailbox.@Nullable Alarm longest;

  /// What an ACK that we wait for brings.
  enum Waits {
    FOR_NOTHING,
    /// The answer to the offer in our first 200.
    FOR_FIRST_ANSWER,
    /// The answer to an offer that the other side asked us for later.
    FOR_LATER_ANSWER
  }

  /// @param weCalled who made the dialog; decides who waits longer when both offer at once
  Talking(Call call, Dialog dialog, boolean weCalled) {
    super(call);
    this.dialog = dialog;
    reoffers = new Reoffers(call, this, dialog, weCalled);
    referrals = new Referrals(call, dialog);
  }

  @Override
  void begin() {
    longest =
        call.mailbox().after(call.office().limits().longestCall(), () -> hangUp(Cause.TOO_LONG));
  }

  /// A 2xx of ours has been sent and waits for its ACK.
  void confirm(Response response, Waits what) {
    waits = what;
    confirmation =
        new Confirmation(
            call, response, () -> bye(new SipEvent.Ended(By.NETWORK, Cause.NOT_CONFIRMED)));
  }

  boolean waitsForConfirmation() {
    return confirmation != null;
  }

  @Override
  void arrived(Request request, @Nullable ServerTransaction transaction) {
    if (transaction == null) {
      acknowledged(request);
      return;
    }
    if (!dialog.isInOrder(request)) { // RFC 3261 section 12.2.2
      wire().respond(transaction, request, Response.SERVER_INTERNAL_ERROR);
      return;
    }
    switch (request.getMethod()) {
      case Request.BYE -> ended(request, transaction);
      case Request.INVITE -> reoffers.arrived(request, transaction);
      case Request.INFO -> keys(request, transaction);
      case Request.REFER -> referrals.asked(request, transaction);
      case Request.NOTIFY -> referrals.told(request, transaction);
      case Request.OPTIONS -> {
        var response = wire().response(request, Response.OK);
        wire().allow(response);
        wire().respond(transaction, response);
      }
      default -> {
        var response = wire().response(request, Response.METHOD_NOT_ALLOWED);
        wire().allow(response);
        wire().respond(transaction, response);
      }
    }
  }

  private void acknowledged(Request ack) {
    var pending = confirmation;
    if (pending == null || !pending.isBy(ack)) return;
    pending.stop();
    confirmation = null;
    var last = endedBeforeConfirmation;
    if (last != null) {
      bye(last);
      return;
    }
    var what = waits;
    waits = Waits.FOR_NOTHING;
    switch (what) {
      case FOR_NOTHING -> {}
      case FOR_FIRST_ANSWER, FOR_LATER_ANSWER -> {
        if (Audio.in(ack) instanceof Audio.There(var audio))
          call.tell(
              what == Waits.FOR_FIRST_ANSWER
                  ? new SipEvent.Answered(audio)
                  : new SipEvent.OfferAccepted(audio));
        else bye(new SipEvent.Ended(By.NETWORK, Cause.NOT_CONFIRMED));
      }
    }
  }

  private void ended(Request request, ServerTransaction transaction) {
    wire().respond(transaction, request, Response.OK);
    leave(new SipEvent.Ended(By.FAR_END, Cause.HUNG_UP));
  }

  private void keys(Request request, ServerTransaction transaction) {
    var key = Keys.in(request);
    wire().respond(transaction, request, key == null ? 415 : Response.OK);
    if (key != null) call.tell(key);
  }

  @Override
  boolean confirmsAgain(Response response) {
    return response.getStatusCode() / 100 == 2
        && Headers.method(response).equals(Request.INVITE)
        && dialog.acknowledgeAgain(response);
  }

  @Override
  void response(Response response, @Nullable ClientTransaction transaction) {
    int status = response.getStatusCode();
    if (status / 100 == 2) dialog.login().accepted();
    if (transaction == null) return;
    if (reoffers.isFor(transaction)) reoffers.response(response);
    else if (referrals.isFor(transaction)) referrals.response(response);
    if (status == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST && isAboutTheCall(response)) lost();
  }

  @Override
  void unanswered(ClientTransaction transaction) {
    if (reoffers.isFor(transaction)) lost();
    else if (referrals.isFor(transaction)) referrals.unanswered();
  }

  /// A subscription may be unknown to the other side while the call is not.
  private boolean isAboutTheCall(Response response) {
    return dialog.localTag().equals(Headers.fromTag(response))
        && Headers.method(response).equals(Request.INVITE);
  }

  /// The other side does not know the call any more, or is gone (RFC 3261 section 12.2.1.2).
  private void lost() {
    bye(new SipEvent.Ended(By.NETWORK, Cause.LOST));
  }

  /// A callee waits with its BYE until its answer is confirmed (RFC 3261 section 15); to our side
  /// the call is over at once.
  @Override
  void hangUp(Cause why) {
    giveUp(new SipEvent.Ended(By.US, why));
  }

  void giveUp(SipEvent last) {
    if (endedBeforeConfirmation != null) return;
    if (confirmation == null) {
      bye(last);
      return;
    }
    endedBeforeConfirmation = last;
    call.tell(last);
  }

  private void bye(SipEvent last) {
    try {
      wire().send(dialog.request(Request.BYE), call);
    } catch (SipException _) {
      // No connection: the other side finds out by itself.
    }
    leave(last);
  }

  private void leave(SipEvent last) {
    if (longest != null) longest.cancel();
    if (confirmation != null) confirmation.stop();
    reoffers.stop();
    call.end(last, new Leaving(call, dialog));
  }

  @Override
  void offer(String sdp) {
    reoffers.offer(sdp);
  }

  @Override
  void answerOffer(String sdp) {
    reoffers.answer(sdp);
  }

  @Override
  void refuseOffer() {
    reoffers.refuse();
  }

  @Override
  void refer(DialString to) {
    referrals.ask(to);
  }

  @Override
  void tellReferrer(int status) {
    referrals.tell(status);
  }

  void tellRefused(Refusal why) {
    call.tell(new SipEvent.OfferRefused(why));
  }
}
