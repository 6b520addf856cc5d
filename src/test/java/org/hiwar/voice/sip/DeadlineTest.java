package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.hiwar.voice.sip.SipEvent.By;
import org.hiwar.voice.sip.SipEvent.Cause;
import org.hiwar.voice.sip.digest.Algorithm;
import org.junit.jupiter.api.Test;

/// What lasts too long, and what is too much.
class DeadlineTest extends VoiceTest {
  private static final Duration SOON = Duration.ofSeconds(1);

  DeadlineTest() {
    super(
        new TestEndpoint(
            TestEndpoint.limits(100, SOON, SOON.multipliedBy(2), SOON), List.of(Algorithm.MD5)));
  }

  @Test
  void aCallThatNobodyTakesIsRefused() {
    var script =
        Script.caller()
            .invites(Script.SDP)
            .maybeReceives(100)
            .receives(180)
            .receives(480)
            .acknowledgesRefusal(1);
    try (var sipp = calledBy(script, Transport.UDP)) {
      var in = hiwar.arrived();
      in.call().ringing();

      assertThat(in.heard().next(SipEvent.Ended.class))
          .isEqualTo(new SipEvent.Ended(By.US, Cause.NOT_ANSWERED));
      sipp.succeeds();
    }
  }

  @Test
  void aCallThatLastsTooLongIsEnded() {
    try (var sipp = calledBy(endedByUs(calls()), Transport.UDP)) {
      var in = hiwar.arrived();
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
      var heard = new Heard();
      hiwar
          .endpoint()
          .call(new Dial(number, new Caller.Withheld(), TestEndpoint.OFFER, SOON), heard);
      heard.next(SipEvent.Ringing.class);

      assertThat(heard.next(SipEvent.Refused.class).why().why()).isEqualTo(Refusal.Why.NO_ANSWER);
      sipp.succeeds();
      assertThat(sipp.logs()).contains("From: <sip:anonymous@anonymous.invalid>", "Privacy: id");
    }
  }

  @Test
  void anOfferThatNobodyAnswersIsRefusedAndTheCallEndsAtItsTime() {
    var script =
        endedByUs(
            calls()
                .requests("INVITE", 2, Script.sdp("[local_ip]", "sendonly", 2))
                .maybeReceives(100)
                .receives(488)
                .acknowledgesRefusalWithin(2));
    try (var sipp = calledBy(script, Transport.UDP)) {
      var in = hiwar.arrived();
      in.call().answer(answerTo(in));
      in.heard().next(SipEvent.Reoffered.class);

      in.heard().next(SipEvent.Ended.class);
      sipp.succeeds();
    }
  }

  @Test
  void moreCallsThanThereIsRoomForAreRefused() {
    var minute = Duration.ofMinutes(1);
    var one = TestEndpoint.limits(1, minute, minute, minute);
    var refused =
        Script.caller().invites(Script.SDP).receives(503, "Retry-After: ").acknowledgesRefusal(1);
    try (var small = new TestEndpoint(one, List.of(Algorithm.MD5))) {
      small.trunk(9, Transport.UDP);
      var whom = small.endpoint().address();
      try (var first = Sipp.calling(endedByUs(calls()), Transport.UDP, whom)) {
        var in = small.arrived();
        try (var second = Sipp.calling(refused, Transport.UDP, whom)) {
          second.succeeds();
        }
        in.call().answer(answerTo(in));
        in.call().hangUp();
        first.succeeds();
      }
      assertThat(small.endpoint().count(SipCount.TOO_MANY_CALLS)).isEqualTo(1);
    }
  }
}
