package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hiwar.voice.sdp.Direction;
import org.hiwar.voice.sdp.RemoteAudio;
import org.hiwar.voice.sip.SipEvent.By;
import org.hiwar.voice.sip.SipEvent.Cause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Hold and retrieve, both ways, and what happens when both sides offer at once. Whoever offers may
/// be told 100 first: that goes out when we have not answered after 200 ms (RFC 3261 section
/// 17.2.1).
class ReofferTest extends VoiceTest {
  private static RemoteAudio offerIn(SipEvent.Reoffered event) {
    var audio = event.audio();
    if (audio == null) throw new AssertionError("it leaves the offer to us");
    return audio;
  }

  @ParameterizedTest
  @EnumSource
  void theOtherSideHoldsInEveryWayAndRetrieves(Transport transport) {
    var script =
        endedByUs(
            calls()
                .requests("INVITE", 2, Script.sdp("[local_ip]", "sendonly", 2))
                .maybeReceives(100)
                .receives(200, "a=recvonly")
                .acknowledges(2, "")
                .requests("INVITE", 3, Script.sdp("[local_ip]", "inactive", 3))
                .maybeReceives(100)
                .receives(200, "a=inactive")
                .acknowledges(3, "")
                .requests("INVITE", 4, Script.sdp("0.0.0.0", "sendrecv", 4))
                .maybeReceives(100)
                .receives(200)
                .acknowledges(4, "")
                .requests("INVITE", 5, Script.sdp("[local_ip]", "sendrecv", 5))
                .maybeReceives(100)
                .receives(200, "a=sendrecv")
                .acknowledges(5, ""));
    try (var sipp = calledBy(script, transport)) {
      var in = hiwar.arrived();
      in.call().answer(answerTo(in));
      var ours = TestEndpoint.AUDIO;
      for (boolean holds : new boolean[] {true, true, true, false}) {
        var audio = offerIn(in.heard().next(SipEvent.Reoffered.class));
        assertThat(audio.holds()).isEqualTo(holds);
        ours = ours.next(Direction.SENDRECV);
        in.call().answerOffer(ours.answer(audio));
      }
      sipp.hasSeen("CSeq: 5 ACK", 1);
      in.call().hangUp();
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void weHoldAndRetrieve(Transport transport) {
    var script =
        endedByUs(
            answered()
                .receives("INVITE", "a=sendonly")
                .answersWithin(200, Script.sdp("[local_ip]", "recvonly", 2))
                .receives("ACK")
                .receives("INVITE", "a=sendrecv")
                .answersWithin(200, Script.sdp("[local_ip]", "sendrecv", 3))
                .receives("ACK"));
    try (var sipp = Sipp.waiting(script, transport)) {
      var out = dial(sipp, transport);
      out.heard().next(SipEvent.Ringing.class);
      out.heard().next(SipEvent.Answered.class);
      var held = TestEndpoint.AUDIO.next(Direction.SENDONLY);
      out.call().offer(held.offer(List.of(8)));
      assertThat(out.heard().next(SipEvent.OfferAccepted.class).audio().direction())
          .isEqualTo(Direction.RECVONLY);
      out.call().offer(held.next(Direction.SENDRECV).offer(List.of(8)));
      out.heard().next(SipEvent.OfferAccepted.class);
      out.call().hangUp();
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOfferThatMetAnotherIsTriedAgain(Transport transport) {
    var script =
        endedByUs(
            answered()
                .receives("INVITE")
                .answersWithin(491, "")
                .receives("ACK")
                .receives("INVITE")
                .answersWithin(200, Script.sdp("[local_ip]", "recvonly", 2))
                .receives("ACK"));
    try (var sipp = Sipp.waiting(script, transport)) {
      var out = dial(sipp, transport);
      out.heard().next(SipEvent.Ringing.class);
      out.heard().next(SipEvent.Answered.class);
      out.call().offer(TestEndpoint.AUDIO.next(Direction.SENDONLY).offer(List.of(8)));
      out.heard().next(SipEvent.OfferAccepted.class);
      out.call().hangUp();
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOfferThatMeetsOursIsSentBack(Transport transport) {
    var script =
        endedByUs(
            answered()
                .receives("INVITE")
                .requests("INVITE", 2, Script.sdp("[local_ip]", "sendonly", 2))
                .maybeReceives(100)
                .receives(491)
                .acknowledgesRefusalWithin(2)
                .answersOurs(2, 200, Script.sdp("[local_ip]", "recvonly", 2))
                .receives("ACK"));
    try (var sipp = Sipp.waiting(script, transport)) {
      var out = dial(sipp, transport);
      out.heard().next(SipEvent.Ringing.class);
      out.heard().next(SipEvent.Answered.class);
      out.call().offer(TestEndpoint.AUDIO.next(Direction.SENDONLY).offer(List.of(8)));
      out.heard().next(SipEvent.OfferAccepted.class);
      out.call().hangUp();
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoAsksUsForAnOfferDuringTheCallAnswersIt(Transport transport) {
    var script =
        endedByUs(
            calls()
                .requests("INVITE", 2, "")
                .maybeReceives(100)
                .receives(200, "m=audio 40000")
                .acknowledges(2, Script.sdp("[local_ip]", "sendrecv", 2)));
    try (var sipp = calledBy(script, transport)) {
      var in = hiwar.arrived();
      in.call().answer(answerTo(in));
      assertThat(in.heard().next(SipEvent.Reoffered.class).audio()).isNull();
      in.call().answerOffer(TestEndpoint.AUDIO.next(Direction.SENDRECV).offer(List.of(8)));
      in.heard().next(SipEvent.OfferAccepted.class);
      in.call().hangUp();
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOfferThatIsRefusedLeavesTheCallAsItWas(Transport transport) {
    var script =
        calls()
            .requests("INVITE", 2, Script.sdp("[local_ip]", "sendonly", 2))
            .maybeReceives(100)
            .receives(488)
            .acknowledgesRefusalWithin(2)
            .requests("INVITE", 3, "v=nonsense")
            .maybeReceives(100)
            .receives(400)
            .acknowledgesRefusalWithin(3)
            .requests("BYE", 4, "")
            .receives(200);
    try (var sipp = calledBy(script, transport)) {
      var in = hiwar.arrived();
      in.call().answer(answerTo(in));
      in.heard().next(SipEvent.Reoffered.class);
      in.call().refuseOffer();

      assertThat(in.heard().next(SipEvent.Ended.class))
          .isEqualTo(new SipEvent.Ended(By.FAR_END, Cause.HUNG_UP));
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallThatTheOtherSideHasForgottenEnds(Transport transport) {
    var script = endedByUs(answered().receives("INVITE").answersWithin(481, "").receives("ACK"));
    try (var sipp = Sipp.waiting(script, transport)) {
      var out = dial(sipp, transport);
      out.heard().next(SipEvent.Ringing.class);
      out.heard().next(SipEvent.Answered.class);
      out.call().offer(TestEndpoint.AUDIO.next(Direction.SENDONLY).offer(List.of(8)));

      assertThat(out.heard().next(SipEvent.Ended.class))
          .isEqualTo(new SipEvent.Ended(By.NETWORK, Cause.LOST));
      sipp.succeeds();
    }
  }
}
