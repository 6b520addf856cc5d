package org.hiwar.voice.sip.jain;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.sip.ClientTransaction;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.ReferToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.IncomingCall.Source;
import org.hiwar.voice.sip.SipEvent;
import org.jspecify.annotations.Nullable;

/// Blind transfers within a call, asked of us and by us (RFC 3515). A phone may ask; a trunk may
/// not: nobody outside sends calls on over our lines.
final class Referrals {
  private static final String FRAGMENT = "message/sipfrag;version=2.0"; // RFC 3420
  private static final Pattern STATUS = Pattern.compile("^SIP/2\\.0 ([1-6][0-9]{2})\\b");
  private static final int TEMPORARILY = 60;

  private final Call call;
  private final Dialog dialog;
  private @Nullable ClientTransaction sent;
  private @Nullable DialString asked;
  private boolean weHaveAsked;
  private boolean theyWait;

  Referrals(Call call, Dialog dialog) {
    this.call = call;
    this.dialog = dialog;
  }

  // We ask
  // -----------------------------------------------------------------------------------------

  void ask(DialString to) {
    if (weHaveAsked) return;
    weHaveAsked = true;
    asked = to;
    var request = dialog.request(Request.REFER);
    var host = Text.host(dialog.line().peer().address());
    var target = call.wire().address(call.wire().uri(to.text(), host));
    call.wire().add(request, "Refer-To", target.toString());
    call.wire().add(request, "Referred-By", dialog.line().contact(call.wire()).toString());
    try {
      sent = call.wire().send(request, call);
    } catch (SipException _) {
      finished(Response.SERVICE_UNAVAILABLE);
    }
  }

  boolean isFor(ClientTransaction transaction) {
    return sent == transaction;
  }

  void response(Response response) {
    int status = response.getStatusCode();
    if (status < 300) return; // how it goes comes by NOTIFY
    var again = asked;
    weHaveAsked = false;
    if ((status == 401 || status == 407) && again != null && dialog.login().learn(response))
      ask(again);
    else finished(status);
  }

  void unanswered() {
    if (weHaveAsked) finished(Response.REQUEST_TIMEOUT);
  }

  void told(Request notify, ServerTransaction transaction) {
    boolean ours = weHaveAsked && isAboutRefer(notify);
    call.wire()
        .respond(
            transaction, notify, ours ? Response.OK : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
    if (!ours) return;
    var body = new String(Headers.body(notify), StandardCharsets.ISO_8859_1);
    var line = STATUS.matcher(body);
    if (!line.find()) return;
    int status = Integer.parseInt(line.group(1));
    var state = Headers.value(notify, "Subscription-State");
    if (status >= 200 || (state != null && state.startsWith("terminated"))) finished(status);
    else call.tell(new SipEvent.ReferProgress(status, false));
  }

  private static boolean isAboutRefer(Request notify) {
    var event = Headers.value(notify, "Event");
    return event != null && event.regionMatches(true, 0, "refer", 0, 5);
  }

  private void finished(int status) {
    weHaveAsked = false;
    call.tell(new SipEvent.ReferProgress(status, true));
  }

  // They ask
  // ---------------------------------------------------------------------------------------

  void asked(Request refer, ServerTransaction transaction) {
    int status = fitness(refer);
    var number = number(refer);
    if (status != Response.ACCEPTED || number == null) {
      call.wire().respond(transaction, refer, status == Response.ACCEPTED ? 400 : status);
      return;
    }
    var response = call.wire().response(refer, Response.ACCEPTED);
    call.wire().contact(response, dialog.line().contact(call.wire()));
    call.wire().respond(transaction, response);
    theyWait = true;
    tell(Response.TRYING); // section 2.4.4: one NOTIFY at once
    call.tell(new SipEvent.Referred(number));
  }

  private int fitness(Request refer) {
    return switch (dialog.line().source()) {
      case Source.OfTrunk _ -> Response.FORBIDDEN;
      case Source.OfPhone _ -> {
        if (theyWait) yield Response.REQUEST_PENDING;
        boolean replaces = uri(refer) instanceof SipURI uri && uri.getHeader("Replaces") != null;
        yield replaces ? Response.NOT_IMPLEMENTED : Response.ACCEPTED;
      }
    };
  }

  private static @Nullable Object uri(Request refer) {
    return refer.getHeader(ReferToHeader.NAME) instanceof ReferToHeader to
        ? to.getAddress().getURI()
        : null;
  }

  private static @Nullable DialString number(Request refer) {
    return Headers.dialled(uri(refer)).orElse(null);
  }

  void tell(int status) {
    if (!theyWait || status < 100 || status > 699) return;
    boolean last = status >= 200;
    if (last) theyWait = false;
    var notify = dialog.request(Request.NOTIFY);
    call.wire().add(notify, "Event", "refer");
    call.wire()
        .add(
            notify,
            "Subscription-State",
            last ? "terminated;reason=noresource" : "active;expires=" + TEMPORARILY);
    call.wire().body(notify, FRAGMENT, "SIP/2.0 " + status + " " + phrase(status) + "\r\n");
    try {
      call.wire().send(notify, call);
    } catch (SipException _) {
      theyWait = false;
    }
  }

  private static String phrase(int status) {
    if (status < 200) return status == 100 ? "Trying" : "Ringing";
    return status < 300 ? "OK" : "Failed";
  }
}
