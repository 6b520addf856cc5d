package org.hiwar.voice.sip.jain;

import javax.sip.ClientTransaction;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hiwar.voice.sip.SipEvent.Cause;
import org.jspecify.annotations.Nullable;

/// The call is over for everybody here. What is left is manners: answers that cross our end are
/// confirmed and ended, a BYE that is asked for its password is sent again, and the other side's
/// own BYE gets its 200. Then the call is forgotten.
final class Leaving extends Phase {
  private final @Nullable Dialog dialog;
  private boolean askedForPassword;

  /// @param dialog of an answered call, else null
  Leaving(Call call, @Nullable Dialog dialog) {
    super(call);
    this.dialog = dialog;
  }

  @Override
  void begin() {
    call.mailbox().after(call.office().limits().afterwards(), call::forget);
  }

  @Override
  void arrived(Request request, @Nullable ServerTransaction transaction) {
    if (transaction == null) return;
    boolean crossed = request.getMethod().equals(Request.BYE) && dialog != null;
    wire()
        .respond(
            transaction,
            request,
            crossed ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
  }

  @Override
  boolean confirmsAgain(Response response) {
    return dialog != null && dialog.acknowledgeAgain(response);
  }

  @Override
  void response(Response response, @Nullable ClientTransaction transaction) {
    int status = response.getStatusCode();
    if (dialog == null
        || askedForPassword
        || (status != 401 && status != 407)
        || !Headers.method(response).equals(Request.BYE)) return;
    askedForPassword = true;
    if (!dialog.login().learn(response)) return;
    try {
      wire().send(dialog.request(Request.BYE), call);
    } catch (SipException _) {
      // It will find out by itself that we are gone.
    }
  }

  @Override
  void hangUp(Cause why) {}
}
