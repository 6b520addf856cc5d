package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.hiwar.voice.sip.SipEvent.By;
import org.hiwar.voice.sip.SipEvent.Cause;
import org.hiwar.voice.sip.TestEndpoint.Deadlines;
import org.junit.jupiter.api.Test;

/// What lasts too long, and what is too much. Each test shortens the one deadline that it waits
/// for.
class DeadlineTest extends VoiceTest {
  private static final Duration SOON = Duration.ofSeconds(1);

  @Test
  void aCallThatNobodyTakesIsRefused() {
    var script =
        Script.caller()
            .invites(Script.SDP)
            .maybeReceives(100)
            .maybeReceives(180)
            .receives(480)
            .acknowledgesRefusal(1);
    try (var hurried = hurried(Deadlines.usual().ringing(SOON));
        var sipp = calling(hurried, script, Transport.UDP)) {
      var in = hurried.arrived();
      in.call().ringing();

      assertThat(in.heard().next(SipEvent.Ended.class))
          .isEqualTo(new SipEvent.Ended(By.US, Cause.NOT_ANSWERED));
      sipp.succeeds();
    }
  }

  @Test
  void aCallThatLastsTooLongIsEnded() {
    try (var hurried = hurried(Deadlines.usual().longestCall(SOON));
        var sipp = calling(hurried, endedByUs(calls()), Transport.UDP)) {
      var in = hurried.arrived();
      in.call().answer(answerTo(in));

      assertThat(in.heard().next(SipEvent.Ended.class))
          .isEqualTo(new SipEvent.Ended(By.US, Cause.TOO_LONG));
      sipp.succeeds();
    }
  }

  @Test
  void whatRingsTooLongIsGivenUp() {
    var script =
        Script.callee()
            .receivesInvite()
            .answers(180)
            .receives("CANCEL")
            .answers(200)
            .answersInvite(487, 1, "")
            .receives("ACK");
    try (var sipp = Sipp.waiting(script, Transport.UDP)) {
      var trunk = hiwar.trunk(sipp.port(), Transport.UDP);
      var number = new Dial.OverTrunks(new DialString("112"), List.of(trunk.id()));
      var dial = new Dial(number, new Caller.Withheld(), TestEndpoint.OFFER, SOON.multipliedBy(8));
      var heard = new Heard();
      hiwar.endpoint().call(dial, heard);
      heard.next(SipEvent.Ringing.class);

      assertThat(heard.next(SipEvent.Refused.class).why().why()).isEqualTo(Refusal.Why.NO_ANSWER);
      sipp.succeeds();
      assertThat(sipp.logs()).contains("From: <sip:anonymous@anonymous.invalid>", "Privacy: id");
    }
  }

  @Test
  void anOfferThatNobodyAnswersIsRefusedAndTheCallGoesOn() {
    var script =
        endedByUs(
            calls()
                .requests("INVITE", 2, Script.sdp("[local_ip]", "sendonly", 2))
                .maybeReceives(100)
                .receives(488)
                .acknowledgesRefusalWithin(2));
    try (var hurried = hurried(Deadlines.usual().offerAnswer(SOON));
        var sipp = calling(hurried, script, Transport.UDP)) {
      var in = hurried.arrived();
      in.call().answer(answerTo(in));
      in.heard().next(SipEvent.Reoffered.class);
      sipp.hasSeen("CSeq: 2 ACK", 1);
      assertThat(in.heard().isEmpty()).isTrue();
      in.call().hangUp();

      assertThat(in.heard().next(SipEvent.Ended.class))
          .isEqualTo(new SipEvent.Ended(By.US, Cause.HUNG_UP));
      sipp.succeeds();
    }
  }

  @Test
  void moreCallsThanThereIsRoomForAreRefused() {
    var refused =
        Script.caller()
            .invites(Script.SDP)
            .maybeReceives(100)
            .receives(503, "Retry-After: ")
            .acknowledgesRefusal(1);
    try (var small = TestEndpoint.withMd5(TestEndpoint.limits(1, Deadlines.usual()));
        var first = calling(small, endedByUs(calls()), Transport.UDP)) {
      var in = small.arrived();
      try (var second = calling(small, refused, Transport.UDP)) {
        second.succeeds();
      }
      in.call().answer(answerTo(in));
      in.call().hangUp();
      first.succeeds();

      assertThat(small.endpoint().count(SipCount.TOO_MANY_CALLS)).isEqualTo(1);
    }
  }

  private static TestEndpoint hurried(Deadlines deadlines) {
    return TestEndpoint.withMd5(TestEndpoint.limits(deadlines));
  }
}
