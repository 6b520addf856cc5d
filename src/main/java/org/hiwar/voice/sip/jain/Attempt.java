package org.hiwar.voice.sip.jain;

import java.util.ArrayList;
import java.util.List;
import javax.sip.ClientTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hiwar.voice.sip.Caller;
import org.jspecify.annotations.Nullable;

/// One INVITE to one place. A call that fails over makes several; one that is given up goes on here
/// by itself until it is known how it ended, because the other side may answer in the same moment
/// (RFC 3261 section 9.1: a CANCEL waits for a first response, and a 2xx may cross it).
final class Attempt {
  private final Call call;
  private final Dialog dialog;
  private final Invitation invitation;
  private @Nullable ClientTransaction transaction;
  private boolean heard;
  private boolean givenUp;
  private boolean cancelSent;
  private boolean decided;
  private final List<Dialog> unwanted = new ArrayList<>();

  /// What every INVITE of this attempt says.
  record Invitation(Caller caller, String offer) {}

  Attempt(Call call, Dialog dialog, Invitation invitation) {
    this.call = call;
    this.dialog = dialog;
    this.invitation = invitation;
  }

  Dialog dialog() {
    return dialog;
  }

  /// @throws SipException when there is no connection
  void send() throws SipException {
    var request = dialog.request(Request.INVITE);
    call.wire().allow(request);
    if (invitation.caller() instanceof Caller.Withheld)
      call.wire().add(request, "Privacy", "id"); // RFC 3323, RFC 3325
    call.wire().body(request, Headers.SDP, invitation.offer());
    transaction = call.wire().send(request, call);
  }

  /// Whether anything was heard of it, be it only 100.
  boolean wasHeard() {
    return heard;
  }

  void giveUp() {
    givenUp = true;
    if (heard) cancel();
  }

  /// True when the response needs no further attention: a 2xx confirmed before, one too many, or
  /// anything for an attempt that was given up.
  boolean takes(Response response, @Nullable ClientTransaction of) {
    if (!Headers.method(response).equals(Request.INVITE)) return false;
    int status = response.getStatusCode();
    heard = true;
    for (var ended : unwanted) if (ended.acknowledgeAgain(response)) return true;
    if (status / 100 == 2 && (givenUp || decided)) {
      if (isOfThisInvite(response)) endAtOnce(response);
      else return false;
      return true;
    }
    if (!givenUp) {
      if (status / 100 == 2) decided = true;
      return false;
    }
    if (of != null && of != transaction) return true;
    if (status < 200) cancel();
    else decided = true;
    return true;
  }

  boolean wasUnanswered(ClientTransaction of) {
    if (of != transaction || !givenUp) return false;
    decided = true;
    return true;
  }

  private boolean isOfThisInvite(Response response) {
    var sent = transaction;
    return sent != null
        && Headers.sequence(response) == Headers.sequence(sent.getRequest())
        && Headers.callId(response).equals(dialog.callId());
  }

  private void cancel() {
    if (cancelSent || decided || transaction == null) return;
    cancelSent = true;
    call.wire().cancel(transaction, call);
  }

  /// An answer that nobody wants any more, or a second one by somebody else: it is confirmed, as it
  /// must be, and ended.
  private void endAtOnce(Response response) {
    decided = true;
    var ended = dialog.confirmedBy(response);
    unwanted.add(ended);
    try {
      ended.acknowledge(response, null);
      call.wire().send(ended.request(Request.BYE), call);
    } catch (SipException _) {
      // Unreachable; the other side will notice by itself.
    }
  }
}
