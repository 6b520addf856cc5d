package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.hiwar.testing.Await;
import org.hiwar.voice.sip.SipEvent.By;
import org.hiwar.voice.sip.SipEvent.Cause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Calls that are given up, and the races of it.
class CancelTest extends VoiceTest {
  private static final SipEvent.Ended CANCELLED_BY_US = new SipEvent.Ended(By.US, Cause.CANCELLED);

  @ParameterizedTest
  @EnumSource
  void whatRingsIsGivenUp(Transport transport) {
    var script =
        Script.callee()
            .receivesInvite()
            .answers(180)
            .receives("CANCEL")
            .answers(200)
            .answersInvite(487, 1, "")
            .receives("ACK");
    try (var sipp = Sipp.waiting(script, transport)) {
      var out = dial(sipp, transport);
      out.heard().next(SipEvent.Ringing.class);
      out.call().hangUp();

      assertThat(out.heard().next(SipEvent.Ended.class)).isEqualTo(CANCELLED_BY_US);
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatCrossesTheCancelIsConfirmedAndEnded(Transport transport) {
    var script =
        endedByUs(
            Script.callee()
                .receivesInvite()
                .answers(180)
                .receives("CANCEL")
                .answers(200)
                .answersInvite(200, 1, Script.SDP)
                .receives("ACK"));
    try (var sipp = Sipp.waiting(script, transport)) {
      var out = dial(sipp, transport);
      out.heard().next(SipEvent.Ringing.class);
      out.call().hangUp();

      assertThat(out.heard().next(SipEvent.Ended.class)).isEqualTo(CANCELLED_BY_US);
      sipp.succeeds();
      assertThat(out.heard().isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCancelWaitsForTheFirstWord(Transport transport) {
    var script =
        Script.callee()
            .receivesInvite()
            .pauses(400)
            .answers(180)
            .receives("CANCEL")
            .answers(200)
            .answersInvite(487, 1, "")
            .receives("ACK");
    try (var sipp = Sipp.waiting(script, transport)) {
      var out = dial(sipp, transport);
      out.call().hangUp();

      assertThat(out.heard().next(SipEvent.Ended.class)).isEqualTo(CANCELLED_BY_US);
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCallerGivesUp(Transport transport) {
    var script =
        Script.caller()
            .invites(Script.SDP)
            .maybeReceives(100)
            .receives(180)
            .cancels(1)
            .receives(200)
            .receives(487)
            .acknowledgesRefusal(1);
    try (var sipp = calledBy(script, transport)) {
      var in = hiwar.arrived();
      in.call().ringing();

      assertThat(in.heard().next(SipEvent.Ended.class))
          .isEqualTo(new SipEvent.Ended(By.FAR_END, Cause.CANCELLED));
      sipp.succeeds();
    }
    Await.until(() -> hiwar.endpoint().calls() == 0);
  }
}
