package org.hiwar.voice.sip.jain;

import javax.sip.ClientTransaction;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.SipEvent.By;
import org.hiwar.voice.sip.SipEvent.Cause;
import org.hiwar.voice.sip.SipEvent.Ended;
import org.jspecify.annotations.Nullable;

/// What a call does with what comes, depending on how far it is: [Dialing] or [Invited], then
/// [Talking], then [Leaving]. What a phase does not name it ignores, because both sides act at
/// once; only a request gets an answer always.
abstract sealed class Phase permits Dialing, Invited, Leaving, Phase.Nothing, Talking {
  final Call call;

  Phase(Call call) {
    this.call = call;
  }

  final Wire wire() {
    return call.wire();
  }

  /// The call is in this phase from now on.
  void begin() {}

  /// @param transaction null for ACK
  void arrived(Request request, @Nullable ServerTransaction transaction) {
    if (transaction == null) return;
    wire().respond(transaction, request, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
  }

  /// @param transaction null when it is over
  void response(Response response, @Nullable ClientTransaction transaction) {}

  void unanswered(ClientTransaction transaction) {}

  /// True when the response is a 2xx that was confirmed before; it is confirmed again.
  boolean confirmsAgain(Response response) {
    return false;
  }

  /// The caller has given up.
  void cancelled() {}

  abstract void hangUp(Cause why);

  void ringing() {}

  void progress(String sdp) {}

  void answer(String sdp) {}

  void refuse(int status) {}

  void offer(String sdp) {}

  void answerOffer(String sdp) {}

  void refuseOffer() {}

  void refer(DialString to) {}

  void tellReferrer(int status) {}

  /// Before the first.
  static final class Nothing extends Phase {
    Nothing(Call call) {
      super(call);
    }

    @Override
    void hangUp(Cause why) {
      call.tell(new Ended(By.US, why));
      call.forget();
    }
  }
}
