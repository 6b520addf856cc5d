package org.hiwar.voice.sip;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/// An endpoint for each test.
@Tag("voice")
abstract class VoiceTest {
  final TestEndpoint hiwar;

  VoiceTest() {
    this(new TestEndpoint());
  }

  VoiceTest(TestEndpoint hiwar) {
    this.hiwar = hiwar;
  }

  @AfterEach
  void close() {
    hiwar.close();
  }

  /// Calls sipp, which has an ordinary trunk.
  final TestEndpoint.Calling dial(Sipp sipp, Transport transport) {
    return hiwar.dial(hiwar.trunk(sipp.port(), transport));
  }

  /// Has sipp call us over an ordinary trunk.
  final Sipp calledBy(Script script, Transport transport, String... more) {
    return calling(hiwar, script, transport, more);
  }

  /// The same for another endpoint than that of every test.
  static Sipp calling(TestEndpoint whom, Script script, Transport transport, String... more) {
    whom.trunk(9, transport);
    return Sipp.calling(script, transport, whom.endpoint().address(), more);
  }

  static String answerTo(TestEndpoint.Arrived in) {
    var offer = in.call().offer();
    if (offer == null) throw new AssertionError("the call came without an offer");
    return TestEndpoint.AUDIO.answer(offer);
  }

  /// The beginning of every answered call to sipp.
  static Script answered() {
    return Script.callee().receivesInvite().answers(180).answers(200, Script.SDP).receives("ACK");
  }

  /// The beginning of every answered call from sipp.
  static Script calls() {
    return Script.caller()
        .invites(Script.SDP)
        .maybeReceives(100)
        .receivesAnswer(200)
        .acknowledges(1, "");
  }

  static Script endedByUs(Script script) {
    return script.receives("BYE").answersWithin(200, "");
  }
}
