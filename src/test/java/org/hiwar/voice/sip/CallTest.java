package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.hiwar.testing.Await;
import org.hiwar.voice.sip.SipEvent.By;
import org.hiwar.voice.sip.SipEvent.Cause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Calls in and out with sipp as the other side.
class CallTest extends VoiceTest {
  @ParameterizedTest
  @EnumSource
  void aCallOutRingsIsAnsweredAndHungUpByUs(Transport transport) {
    try (var sipp = Sipp.waiting(endedByUs(answered()), transport)) {
      var out = dial(sipp, transport);
      out.heard().next(SipEvent.Ringing.class);
      assertThat(out.heard().next(SipEvent.Answered.class).audio().port()).isEqualTo(6000);
      out.call().hangUp();

      assertThat(out.heard().next(SipEvent.Ended.class))
          .isEqualTo(new SipEvent.Ended(By.US, Cause.HUNG_UP));
      sipp.succeeds();
    }
    Await.until(() -> hiwar.endpoint().calls() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void aCallOutIsHungUpByTheCalled(Transport transport) {
    var script = answered().pauses(200).requests("BYE", 1, "").receives(200);
    try (var sipp = Sipp.waiting(script, transport)) {
      var out = dial(sipp, transport);
      out.heard().next(SipEvent.Ringing.class);
      out.heard().next(SipEvent.Answered.class);

      assertThat(out.heard().next(SipEvent.Ended.class))
          .isEqualTo(new SipEvent.Ended(By.FAR_END, Cause.HUNG_UP));
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallInRingsIsAnsweredAndHungUpByTheCaller(Transport transport) {
    var script =
        Script.caller()
            .invites(Script.SDP)
            .maybeReceives(100)
            .receives(180)
            .receivesAnswer(200)
            .acknowledges(1, "")
            .pauses(200)
            .requests("BYE", 2, "")
            .receives(200);
    try (var sipp = calledBy(script, transport)) {
      var in = hiwar.arrived();
      assertThat(in.call().called()).isEqualTo(new DialString("4930901820"));
      assertThat(in.call().caller()).isEqualTo(new Caller.Number(new DialString("+491701234567")));
      in.call().ringing();
      in.call().answer(answerTo(in));

      assertThat(in.heard().next(SipEvent.Ended.class))
          .isEqualTo(new SipEvent.Ended(By.FAR_END, Cause.HUNG_UP));
      sipp.succeeds();
    }
    Await.until(() -> hiwar.endpoint().calls() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void aCallInIsHungUpByUs(Transport transport) {
    try (var sipp = calledBy(endedByUs(calls()), transport)) {
      var in = hiwar.arrived();
      in.call().answer(answerTo(in));
      in.call().hangUp();

      assertThat(in.heard().next(SipEvent.Ended.class))
          .isEqualTo(new SipEvent.Ended(By.US, Cause.HUNG_UP));
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void audioBeforeTheAnswerIsTold(Transport transport) {
    var script =
        endedByUs(
            Script.callee()
                .receivesInvite()
                .answers(183, Script.SDP)
                .answers(200, Script.SDP)
                .receives("ACK"));
    try (var sipp = Sipp.waiting(script, transport)) {
      var out = dial(sipp, transport);
      assertThat(out.heard().next(SipEvent.Progress.class).audio().port()).isEqualTo(6000);
      out.heard().next(SipEvent.Answered.class);
      out.call().hangUp();
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallerHearsAudioBeforeOurAnswer(Transport transport) {
    var script =
        endedByUs(
            Script.caller()
                .invites(Script.SDP)
                .maybeReceives(100)
                .receives(183, "m=audio 40000")
                .receivesAnswer(200)
                .acknowledges(1, ""));
    try (var sipp = calledBy(script, transport)) {
      var in = hiwar.arrived();
      in.call().progress(answerTo(in));
      in.call().answer(answerTo(in));
      in.call().hangUp();
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoLeavesTheOfferToUsAnswersIt(Transport transport) {
    var script =
        endedByUs(
            Script.caller()
                .invites("")
                .maybeReceives(100)
                .receivesAnswer(200)
                .acknowledges(1, Script.SDP));
    try (var sipp = calledBy(script, transport)) {
      var in = hiwar.arrived();
      assertThat(in.call().offer()).isNull();
      in.call().answer(TestEndpoint.OFFER);

      assertThat(in.heard().next(SipEvent.Answered.class).audio().port()).isEqualTo(6000);
      in.call().hangUp();
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKeyComesByInfo(Transport transport) {
    var script =
        endedByUs(
            calls()
                .with("Content-Type", "application/dtmf-relay")
                .requests("INFO", 2, "Signal=5\nDuration=120")
                .receives(200));
    try (var sipp = calledBy(script, transport)) {
      var in = hiwar.arrived();
      in.call().answer(answerTo(in));

      assertThat(in.heard().next(SipEvent.KeyPressed.class))
          .isEqualTo(new SipEvent.KeyPressed('5', 120));
      in.call().hangUp();
      sipp.succeeds();
    }
  }
}
