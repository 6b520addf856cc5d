package org.hiwar.messenger.whatsapp;

import java.time.Duration;
import org.hiwar.channel.Sending;
import org.hiwar.messenger.Answered;
import org.hiwar.messenger.Texts;

/// What an answer of the Cloud API means for a message.
final class WhatsAppAnswers {
  private static final int UNAUTHORISED = 401;

  private WhatsAppAnswers() {}

  static Sending sending(Answered.Answer answer) {
    var json = answer.json();
    var id = json.path("messages").path(0).path("id").asString("");
    if (answer.success() && !id.isEmpty()) return new Sending.Taken(id);
    if (answer.success()) return later("provider-failed", "success without a name of the message");
    var error = json.path("error");
    var details = error.path("error_data").path("details").asString("");
    var detail =
        Texts.detail(
            error.path("code").asString(Integer.toString(answer.status()))
                + " "
                + (details.isEmpty() ? error.path("message").asString("") : details));
    var code =
        error.path("code").isNumber()
            ? WhatsAppFailures.code(error.path("code").asInt())
            : answer.status() == UNAUTHORISED
                ? "not-authorised" // such an answer comes without its body: see OutboundHttp
                : answer.passing() ? "provider-failed" : "refused";
    if (WhatsAppFailures.passes(code) || answer.passing())
      return new Sending.Later(code, detail, answer.pause());
    return new Sending.Refused(code, detail);
  }

  static Sending later(String code, String detail) {
    return new Sending.Later(code, detail, Duration.ZERO);
  }
}
