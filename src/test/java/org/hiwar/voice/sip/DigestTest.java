package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hiwar.testing.Await;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  private static Script asks(int status, String header, String algorithm) {
    var challenge = "Digest realm=\"sipp\", nonce=\"abc\", algorithm=%s, qop=\"auth\"";
    return Script.callee()
        .receivesInvite()
        .with(header, challenge.formatted(algorithm))
        .answers(status)
        .receives("ACK");
  }

  @ParameterizedTest
  @EnumSource
  void aCallAnswersTheChallengeOfAServer(Transport transport) {
    var script =
        endedByUs(
            asks(401, "WWW-Authenticate", "MD5")
                .receivesInviteWithDigest("customer", "geheim")
                .answers(200, Script.SDP)
                .receives("ACK"));
    try (var sipp = Sipp.waiting(script, transport)) {
      var out = hiwar.dial(hiwar.add(account(sipp.port(), transport, "geheim")));
      out.heard().next(SipEvent.Answered.class);
      out.call().hangUp();
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @CsvSource({"UDP, MD5", "UDP, SHA-256", "TCP, MD5", "TCP, SHA-256"})
  void aCallAnswersTheChallengeOfAProxy(Transport transport, String algorithm) {
    var script =
        endedByUs(
            asks(407, "Proxy-Authenticate", algorithm)
                .receivesInvite()
                .answers(200, Script.SDP)
                .receives("ACK"));
    try (var sipp = Sipp.waiting(script, transport)) {
      var out = hiwar.dial(hiwar.add(account(sipp.port(), transport, "geheim")));
      out.heard().next(SipEvent.Answered.class);
      out.call().hangUp();
      sipp.succeeds();
      var answer = Datagrams.header(sipp.logs(), "Proxy-Authorization");
      var right =
          BareDigest.response(
              algorithm,
              "customer",
              "sipp",
              "geheim",
              "abc",
              "00000001",
              BareDigest.parameter(answer, "cnonce"),
              "INVITE",
              BareDigest.parameter(answer, "uri"));
      assertThat(BareDigest.parameter(answer, "response")).isEqualTo(right);
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

  /// Two endpoints of ours, as the demonstration's carrier is one: the trunk of the first is a
  /// phone of the second.
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
