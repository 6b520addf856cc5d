package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Blind transfers, asked of us and by us.
class ReferTest extends VoiceTest {
  private static Script notifies(Script script, int sequence, String fragment, String state) {
    return script
        .with("Event", "refer")
        .with("Subscription-State", state)
        .with("Content-Type", "message/sipfrag;version=2.0")
        .requests("NOTIFY", sequence, fragment)
        .receives(200);
  }

  @ParameterizedTest
  @EnumSource
  void weSendACallOnAndHearHowItGoes(Transport transport) {
    var script = answered().receives("REFER", "Refer-To: <sip:4930777@").answersWithin(202, "");
    notifies(script, 1, "SIP/2.0 100 Trying", "active;expires=60");
    notifies(script, 2, "SIP/2.0 200 OK", "terminated;reason=noresource");
    try (var sipp = Sipp.waiting(endedByUs(script), transport)) {
      var out = dial(sipp, transport);
      out.heard().next(SipEvent.Ringing.class);
      out.heard().next(SipEvent.Answered.class);
      out.call().refer(new DialString("4930777"));

      assertThat(out.heard().next(SipEvent.ReferProgress.class))
          .isEqualTo(new SipEvent.ReferProgress(100, false));
      assertThat(out.heard().next(SipEvent.ReferProgress.class))
          .isEqualTo(new SipEvent.ReferProgress(200, true));
      out.call().hangUp();
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTransferThatIsRefusedIsToldAndTheCallGoesOn(Transport transport) {
    var script = endedByUs(answered().receives("REFER").answersWithin(603, ""));
    try (var sipp = Sipp.waiting(script, transport)) {
      var out = dial(sipp, transport);
      out.heard().next(SipEvent.Ringing.class);
      out.heard().next(SipEvent.Answered.class);
      out.call().refer(new DialString("4930777"));

      assertThat(out.heard().next(SipEvent.ReferProgress.class))
          .isEqualTo(new SipEvent.ReferProgress(603, true));
      out.call().hangUp();
      sipp.succeeds();
    }
  }

  /// Or anybody who reaches us could call the world at our expense.
  @ParameterizedTest
  @EnumSource
  void nobodyOutsideSendsCallsOnOverOurTrunks(Transport transport) {
    var script =
        calls()
            .with("Refer-To", "<sip:4930777@hiwar.test>")
            .requests("REFER", 2, "")
            .receives(403)
            .requests("BYE", 3, "")
            .receives(200);
    try (var sipp = calledBy(script, transport)) {
      var in = hiwar.arrived();
      in.call().answer(answerTo(in));

      in.heard().next(SipEvent.Ended.class);
      sipp.succeeds();
    }
  }
}
