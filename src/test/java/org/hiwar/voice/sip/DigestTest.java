package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hiwar.testing.Await;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Calls that need a password, both ways. What sipp finds right was not reckoned by us.
class DigestTest extends VoiceTest {
  private static Trunk account(int port, Transport transport, String password) {
    return new Trunk(
        new TrunkId(5),
        "Account",
        "127.0.0.1",
        port,
        transport,
        new Credentials("customer", password),
        false,
        false,
        false,
        List.of());
  }

  private static Script asks(int status, String header) {
    return Script.callee()
        .receivesInvite()
        .with(header, "Digest realm=\"sipp\", nonce=\"abc\", algorithm=MD5, qop=\"auth\"")
        .answers(status)
        .receives("ACK")
        .receivesInviteWithDigest("customer", "geheim")
        .answers(200, Script.SDP)
        .receives("ACK");
  }

  @ParameterizedTest
  @EnumSource
  void aCallAnswersTheChallengeOfAServer(Transport transport) {
    try (var sipp = Sipp.waiting(endedByUs(asks(401, "WWW-Authenticate")), transport)) {
      var out = hiwar.dial(hiwar.add(account(sipp.port(), transport, "geheim")));
      out.heard().next(SipEvent.Answered.class);
      out.call().hangUp();
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallAnswersTheChallengeOfAProxy(Transport transport) {
    try (var sipp = Sipp.waiting(endedByUs(asks(407, "Proxy-Authenticate")), transport)) {
      var out = hiwar.dial(hiwar.add(account(sipp.port(), transport, "geheim")));
      out.heard().next(SipEvent.Answered.class);
      out.call().hangUp();
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWrongPasswordIsToldInWords(Transport transport) {
    var challenge = "Digest realm=\"sipp\", nonce=\"abc\", algorithm=MD5, qop=\"auth\"";
    var script =
        Script.callee()
            .receivesInvite()
            .with("WWW-Authenticate", challenge)
            .answers(401)
            .receives("ACK")
            .receives("INVITE", "Authorization: Digest")
            .with("WWW-Authenticate", challenge.replace("abc", "def"))
            .answers(401)
            .receives("ACK");
    try (var sipp = Sipp.waiting(script, transport)) {
      var out = hiwar.dial(hiwar.add(account(sipp.port(), transport, "wrong")));
      var why = out.heard().next(SipEvent.Refused.class).why();

      assertThat(why.words()).isEqualTo("The user name or the password is wrong.");
      sipp.succeeds();
    }
  }

  /// sipp as a phone: registers and calls, both with its digest.
  @ParameterizedTest
  @EnumSource
  void aPhoneRegistersAndCalls(Transport transport) {
    hiwar.phone("alice", "wort");
    var digest = "[authentication username=alice password=wort]";
    var script =
        endedByUs(
            Script.phone("alice")
                .registers("alice", 1)
                .receivesChallenge(401)
                .withLine(digest)
                .registers("alice", 2)
                .receives(200)
                .invites("21", 3, Script.SDP)
                .maybeReceives(100)
                .receivesChallenge(401)
                .acknowledgesRefusal(3)
                .withLine(digest)
                .invites("21", 4, Script.SDP)
                .maybeReceives(100)
                .receivesAnswer(200)
                .acknowledges(4, ""));
    try (var sipp = Sipp.calling(script, transport, hiwar.endpoint().address())) {
      var in = hiwar.arrived();
      assertThat(in.call().source()).isEqualTo(new IncomingCall.Source.OfPhone("alice"));
      assertThat(in.call().called()).isEqualTo(new DialString("21"));
      in.call().answer(answerTo(in));
      in.call().hangUp();
      sipp.succeeds();
    }
  }

  /// Two endpoints of ours, as the demonstration's carrier is one: the trunk of the first is a phone
  /// of the second.
  @ParameterizedTest
  @EnumSource
  void oneEndpointRegistersWithAnotherAndBothCall(Transport transport) {
    try (var carrier = new TestEndpoint()) {
      carrier.phone("customer", "geheim");
      var port = carrier.endpoint().address().getPort();
      var line =
          new Trunk(
              new TrunkId(5),
              "Carrier",
              "127.0.0.1",
              port,
              transport,
              new Credentials("customer", "geheim"),
              true,
              false,
              false,
              List.of());
      hiwar.add(line);
      Await.until(() -> carrier.endpoint().registeredPhones().contains("customer"));

      var out = hiwar.dial(line);
      var there = carrier.arrived();
      assertThat(there.call().source()).isEqualTo(new IncomingCall.Source.OfPhone("customer"));
      there.call().answer(answerTo(there));
      out.heard().next(SipEvent.Answered.class);
      there.call().hangUp();
      out.heard().next(SipEvent.Ended.class);

      var back = carrier.dial(new Dial.ToPhone("customer"));
      back.call().hangUp();
      back.heard().next(SipEvent.Ended.class);
    }
  }
}
