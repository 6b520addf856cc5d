package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.hiwar.voice.sip.SipEvent.By;
import org.hiwar.voice.sip.SipEvent.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Answers and their ACK. sipp is told to take every message as it comes (`-nr`), or it would pass
/// over those that are repeated. So it takes every INVITE for a new one as well; where we call over
/// UDP and may repeat it, [LossTest] plays the other side.
class ConfirmationTest extends VoiceTest {
  private static final Duration SOON = Duration.ofSeconds(3);

  ConfirmationTest() {
    super(
        TestEndpoint.withMd5(
            TestEndpoint.limits(TestEndpoint.Deadlines.usual().confirmation(SOON))));
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatIsNeverConfirmedEndsTheCall(Transport transport) {
    var script =
        endedByUs(
            Script.caller()
                .invites(Script.SDP)
                .maybeReceives(100)
                .receivesAnswer(200)
                .receives(200)
                .receives(200)
                .maybeReceives(200));
    try (var sipp = calledBy(script, transport, "-nr")) {
      var in = hiwar.arrived();
      in.call().answer(answerTo(in));

      assertThat(in.heard().next(SipEvent.Ended.class))
          .isEqualTo(new SipEvent.Ended(By.NETWORK, Cause.NOT_CONFIRMED));
      sipp.succeeds();
    }
  }

  @Test
  void anAnswerThatIsRepeatedIsConfirmedAgain() {
    var script = endedByUs(answered().answersInvite(200, 1, Script.SDP).receives("ACK"));
    try (var sipp = Sipp.waiting(script, Transport.TCP, "-nr")) {
      var out = dial(sipp, Transport.TCP);
      out.heard().next(SipEvent.Ringing.class);
      out.heard().next(SipEvent.Answered.class);
      sipp.hasSeen("ACK sip:", 2);
      out.call().hangUp();

      out.heard().next(SipEvent.Ended.class);
      sipp.succeeds();
    }
  }
}
