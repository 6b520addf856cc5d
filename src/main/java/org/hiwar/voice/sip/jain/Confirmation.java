package org.hiwar.voice.sip.jain;

import java.time.Duration;
import javax.sip.message.Request;
import javax.sip.message.Response;

/// A 2xx of ours to an INVITE, repeated until its ACK comes, over TCP too (RFC 3261 section
/// 13.3.1.4).
final class Confirmation {
  private static final Duration T1 = Duration.ofMillis(500);
  private static final Duration T2 = Duration.ofSeconds(4);

  private final Call call;
  private final Response response;
  private final Mailbox.Alarm end;
  private Mailbox.Alarm again;

  Confirmation(Call call, Response response, Runnable neverCame) {
    this.call = call;
    this.response = response;
    again = repeatAfter(T1);
    end =
        call.mailbox()
            .after(
                call.office().limits().confirmation(),
                () -> {
                  stop();
                  neverCame.run();
                });
  }

  private Mailbox.Alarm repeatAfter(Duration pause) {
    return call.mailbox()
        .after(
            pause,
            () -> {
              call.wire().respondOnce((Response) response.clone());
              var longer = pause.multipliedBy(2);
              again = repeatAfter(longer.compareTo(T2) < 0 ? longer : T2);
            });
  }

  boolean isBy(Request ack) {
    return Headers.sequence(ack) == Headers.sequence(response);
  }

  void stop() {
    again.cancel();
    end.cancel();
  }
}
