package org.hiwar.voice.sip.jain;

import java.time.Duration;
import javax.sip.ClientTransaction;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hiwar.voice.sip.Refusal;
import org.hiwar.voice.sip.SipEvent;
import org.jspecify.annotations.Nullable;

/// Offers during a call, ours and theirs, one at a time (RFC 3261 section 14). When both sides
/// offer at once both are refused with 491 and each tries again after a time that differs.
final class Reoffers {
  private static final int MOST_TRIES = 5;
  /// The wait after a 491 is a number of these (section 14.1): 2.1 to 4 seconds for who made the
  /// call, up to 2 for the other.
  private static final Duration STEP = Duration.ofMillis(10);

  /// Until another look, while the other side's offer or its confirmation is still open.
  private static final Duration SOON = Duration.ofMillis(50);
  private static final int CALLER_FROM = 210;
  private static final int CALLER_SPREAD = 191;
  private static final int CALLEE_SPREAD = 201;

  private final Call call;
  private final Talking talking;
  private final Dialog dialog;
  private final boolean weCalled;
  private @Nullable Ours ours;
  private @Nullable Theirs theirs;

  /// An offer of ours; without a transaction it waits to be tried again.
  private record Ours(
      String sdp, int tries, @Nullable ClientTransaction sent, Mailbox.@Nullable Alarm alarm) {}

  private record Theirs(
      Request request, ServerTransaction transaction, boolean weOffer, Mailbox.Alarm deadline) {}

  Reoffers(Call call, Talking talking, Dialog dialog, boolean weCalled) {
    this.call = call;
    this.talking = talking;
    this.dialog = dialog;
    this.weCalled = weCalled;
  }

  void stop() {
    if (ours != null && ours.alarm() != null) ours.alarm().cancel();
    if (theirs != null) theirs.deadline().cancel();
  }

  // Ours
  // -------------------------------------------------------------------------------------------

  void offer(String sdp) {
    if (ours != null || theirs != null || talking.waitsForConfirmation()) {
      if (ours == null) waitFor(SOON, sdp, 1);
      else if (ours.sent() == null) ours = new Ours(sdp, ours.tries(), null, ours.alarm());
      else talking.tellRefused(Refusal.of(491));
      return;
    }
    send(sdp, 1);
  }

  private void send(String sdp, int tries) {
    var request = dialog.request(Request.INVITE);
    call.wire().allow(request);
    call.wire().body(request, Headers.SDP, sdp);
    try {
      var sent = call.wire().send(request, call);
      var alarm = call.mailbox().after(call.office().limits().confirmation(), this::tooLate);
      ours = new Ours(sdp, tries, sent, alarm);
    } catch (SipException _) {
      ours = null;
      talking.tellRefused(Refusal.of(503));
    }
  }

  private void tooLate() {
    var mine = ours;
    if (mine == null) return;
    ours = null;
    if (mine.sent() != null) call.wire().cancel(mine.sent(), call);
    talking.tellRefused(Refusal.of(408));
  }

  boolean isFor(ClientTransaction transaction) {
    return ours != null && ours.sent() == transaction;
  }

  void response(Response response) {
    var mine = ours;
    int status = response.getStatusCode();
    if (mine == null || status < 200) return;
    if (mine.alarm() != null) mine.alarm().cancel();
    ours = null;
    if (status < 300) accepted(response);
    else if (status == 491 && mine.tries() < MOST_TRIES)
      waitFor(afterGlare(), mine.sdp(), mine.tries() + 1);
    else if ((status == 401 || status == 407) && dialog.login().learn(response))
      send(mine.sdp(), mine.tries());
    else if (status != 481) talking.tellRefused(Refusal.of(status));
  }

  private void accepted(Response response) {
    dialog.learnTarget(response);
    try {
      dialog.acknowledge(response, null);
    } catch (SipException _) {
      // It repeats its answer, and we our confirmation.
    }
    switch (Audio.in(response)) {
      case Audio.There(var audio) -> call.tell(new SipEvent.OfferAccepted(audio));
      case Audio.NotThere _ -> talking.tellRefused(Refusal.of(488));
      case Audio.Unfit(var why) -> talking.tellRefused(why);
    }
  }

  private Duration afterGlare() {
    var tokens = call.office().tokens();
    int steps = weCalled ? CALLER_FROM + tokens.below(CALLER_SPREAD) : tokens.below(CALLEE_SPREAD);
    return STEP.multipliedBy(steps);
  }

  private void waitFor(Duration time, String sdp, int tries) {
    ours = new Ours(sdp, tries, null, call.mailbox().after(time, this::again));
  }

  private void again() {
    var mine = ours;
    if (mine == null) return;
    ours = null;
    if (theirs != null || talking.waitsForConfirmation()) waitFor(SOON, mine.sdp(), mine.tries());
    else send(mine.sdp(), mine.tries());
  }

  // Theirs
  // -----------------------------------------------------------------------------------------

  void arrived(Request request, ServerTransaction transaction) {
    if (ours != null && ours.sent() != null) {
      call.wire().respond(transaction, request, Response.REQUEST_PENDING);
      return;
    }
    if (theirs != null || talking.waitsForConfirmation()) { // section 14.2
      var response = call.wire().response(request, Response.SERVER_INTERNAL_ERROR);
      call.wire().add(response, "Retry-After", "1");
      call.wire().respond(transaction, response);
      return;
    }
    switch (Audio.in(request)) {
      case Audio.Unfit(var why) -> call.wire().respond(transaction, request, why.status());
      case Audio.There(var audio) ->
          take(request, transaction, false, new SipEvent.Reoffered(audio));
      case Audio.NotThere _ -> take(request, transaction, true, new SipEvent.Reoffered(null));
    }
  }

  private void take(
      Request request, ServerTransaction transaction, boolean weOffer, SipEvent event) {
    dialog.learnTarget(request);
    var deadline = call.mailbox().after(call.office().limits().offerAnswer(), this::refuse);
    theirs = new Theirs(request, transaction, weOffer, deadline);
    call.tell(event);
  }

  void answer(String sdp) {
    var offer = theirs;
    if (offer == null) return;
    theirs = null;
    offer.deadline().cancel();
    var response = call.wire().response(offer.request(), Response.OK);
    call.wire().contact(response, dialog.line().contact(call.wire()));
    call.wire().body(response, Headers.SDP, sdp);
    call.wire().respond(offer.transaction(), response);
    talking.confirm(
        response, offer.weOffer() ? Talking.Waits.FOR_LATER_ANSWER : Talking.Waits.FOR_NOTHING);
  }

  void refuse() {
    var offer = theirs;
    if (offer == null) return;
    theirs = null;
    offer.deadline().cancel();
    call.wire().respond(offer.transaction(), offer.request(), Response.NOT_ACCEPTABLE_HERE);
  }
}
