package org.hiwar.messenger;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.hiwar.platform.outbound.AnswerTooLarge;
import org.hiwar.platform.outbound.NotAllowedOutside;
import org.hiwar.platform.outbound.OutboundHttp;
import org.hiwar.platform.outbound.OutboundHttp.Request;

/// Requests to providers: each ends in time, answers have a size, nothing follows a redirect, and
/// addresses, which administrators type, lead outside only.
///
/// What went wrong is said without the address, as some providers have secrets in theirs.
public final class ProviderHttp {
  private final OutboundHttp http;

  public ProviderHttp(OutboundHttp http) {
    this.http = http;
  }

  /// Answers in full, within `deadline`.
  public Answered send(Call call, Duration deadline) {
    return send(call, deadline, MessengerLimits.ANSWER_BYTES);
  }

  /// The content of a file.
  public Answered download(Call call) {
    return send(call, MessengerLimits.DOWNLOAD, MessengerLimits.FILE_BYTES);
  }

  private Answered send(Call call, Duration deadline, int most) {
    try {
      var uri = new URI(call.address());
      if (uri.getScheme() == null) return refused();
      var answer =
          http.send(new Request(call.method(), uri, call.headers(), call.body(), deadline, most));
      return new Answered.Answer(answer.status(), answer.headers(), answer.body());
    } catch (URISyntaxException | NotAllowedOutside | IllegalArgumentException _) {
      return refused();
    } catch (AnswerTooLarge e) {
      return new Answered.Failed(AnswerTooLarge.CODE, Texts.detail(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      var said = e.getClass().getSimpleName() + ": " + e.getMessage();
      return new Answered.Failed(
          "not-connected", Texts.detail(said.replace(call.address(), "the provider")));
    }
  }

  private static Answered refused() {
    return new Answered.Failed(
        NotAllowedOutside.CODE, "the address may not be called, or a token cannot be written");
  }
}
