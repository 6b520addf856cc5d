package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// sipp as a telephone that knows MD5 alone: registers, calls, sends calls on.
class PhoneTest extends VoiceTest {
  private static final String PASSWORD = "wort";
  private static final String DIGEST = "[authentication username=alice password=" + PASSWORD + "]";

  PhoneTest() {
    super(TestEndpoint.withMd5(TestEndpoint.limits()));
  }

  @ParameterizedTest
  @EnumSource
  void aPhoneRegistersAndCalls(Transport transport) {
    hiwar.phone("alice", PASSWORD);
    var script = endedByUs(phoneCalls());
    try (var sipp = Sipp.calling(script, transport, hiwar.endpoint().address())) {
      var in = hiwar.arrived();
      assertThat(in.call().source()).isEqualTo(new IncomingCall.Source.OfPhone("alice"));
      assertThat(in.call().called()).isEqualTo(new DialString("21"));
      in.call().answer(answerTo(in));
      in.call().hangUp();
      sipp.succeeds();
    }
  }

  /// The beginning of a call of the registered phone `alice`.
  private static Script phoneCalls() {
    return Script.phone("alice")
        .registers("alice", 1)
        .receivesChallenge(401)
        .withLine(DIGEST)
        .registers("alice", 2)
        .receives(200)
        .invites("21", 3, Script.SDP)
        .maybeReceives(100)
        .receivesChallenge(401)
        .acknowledgesRefusal(3)
        .withLine(DIGEST)
        .invites("21", 4, Script.SDP)
        .maybeReceives(100)
        .receivesAnswer(200)
        .acknowledges(4, "");
  }

  @ParameterizedTest
  @EnumSource
  void aPhoneSendsItsCallOnAndIsToldHowItGoes(Transport transport) {
    hiwar.phone("alice", PASSWORD);
    var script =
        endedByUs(
            phoneCalls()
                .with("Refer-To", "<sip:4930777@hiwar.test>")
                .requests("REFER", 5, "")
                .receives(202)
                .receives("NOTIFY", "SIP/2.0 100 Trying")
                .answersWithin(200, "")
                .receives("NOTIFY", "SIP/2.0 200 OK")
                .answersWithin(200, ""));
    try (var sipp = Sipp.calling(script, transport, hiwar.endpoint().address())) {
      var in = hiwar.arrived();
      in.call().answer(answerTo(in));

      assertThat(in.heard().next(SipEvent.Referred.class))
          .isEqualTo(new SipEvent.Referred(new DialString("4930777")));
      sipp.hasSeen("SIP/2.0 200 Said by sipp", 1);
      in.call().tellReferrer(200);
      sipp.hasSeen("SIP/2.0 200 Said by sipp", 2);
      in.call().hangUp();
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoNumberIsNoTargetOfATransfer(Transport transport) {
    hiwar.phone("alice", PASSWORD);
    var script =
        phoneCalls()
            .with("Refer-To", "<sip:root%40evil@192.0.2.1;x=y>")
            .requests("REFER", 5, "")
            .receives(400)
            .requests("BYE", 6, "")
            .receives(200);
    try (var sipp = Sipp.calling(script, transport, hiwar.endpoint().address())) {
      var in = hiwar.arrived();
      in.call().answer(answerTo(in));

      in.heard().next(SipEvent.Ended.class);
      sipp.succeeds();
    }
  }
}
