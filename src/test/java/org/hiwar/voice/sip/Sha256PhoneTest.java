package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hiwar.testing.Await;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A telephone that proves itself with SHA-256 (RFC 8760) where both digests are offered: sipp
/// plays it, whole on the wire, and only the answer to the challenge is reckoned beside it
/// ([BareDigest]), as Debian's sipp and baresip know MD5 alone. Telephones with MD5 are in
/// [PhoneTest] and [BaresipTest].
class Sha256PhoneTest extends VoiceTest {
  private static final String PASSWORD = "a long word of ours";
  private static final Pattern OFFERED =
      Pattern.compile("WWW-Authenticate: Digest [^\\r\\n]*algorithm=SHA-256[^\\r\\n]*");

  private String server() {
    var address = hiwar.endpoint().address();
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  private static Script registers() {
    return Script.phone("alice")
        .registers("alice", 1)
        .receives(401)
        .withSupplied("register")
        .registers("alice", 2);
  }

  private static Script callsWithProof() {
    return registers()
        .receives(200)
        .invites("21", 3, Script.SDP)
        .maybeReceives(100)
        .receives(401)
        .acknowledgesRefusal(3)
        .withSupplied("invite")
        .invites("21", 4, Script.SDP)
        .maybeReceives(100);
  }

  /// Answers the challenge to the request of this number, as `INVITE sip:…` says it again.
  private void prove(Sipp sipp, int sequence, String request, String password) {
    var method = request.substring(0, request.indexOf(' '));
    var uri = request.substring(request.indexOf(' ') + 1);
    Await.until(() -> challenge(sipp, sequence, method).isPresent());
    var offered = OFFERED.matcher(challenge(sipp, sequence, method).orElseThrow());
    assertThat(offered.find()).as("SHA-256 is offered").isTrue();
    var nonce = BareDigest.parameter(offered.group(), "nonce");
    var response =
        BareDigest.response(
            "SHA-256", "alice", TestEndpoint.REALM, password, nonce, "00000001", "c", method, uri);
    sipp.supply(
        method.toLowerCase(Locale.ROOT),
        "Authorization: Digest username=\"alice\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", response=\"%s\", algorithm=SHA-256, qop=auth, cnonce=\"c\", nc=00000001"
            .formatted(TestEndpoint.REALM, nonce, uri, response));
  }

  /// The last one: over UDP both sides may say a thing twice.
  private static Optional<String> challenge(Sipp sipp, int sequence, String method) {
    return Pattern.compile("SIP/2\\.0 401(?:.+\\R)+")
        .matcher(sipp.logs())
        .results()
        .map(MatchResult::group)
        .filter(message -> message.contains("CSeq: " + sequence + " " + method))
        .reduce((_, later) -> later);
  }

  @ParameterizedTest
  @EnumSource
  void aPhoneRegistersAndCalls(Transport transport) {
    hiwar.phone("alice", PASSWORD);
    var script = endedByUs(callsWithProof().receivesAnswer(200).acknowledges(4, ""));
    try (var sipp = Sipp.calling(script, transport, hiwar.endpoint().address())) {
      prove(sipp, 1, "REGISTER sip:" + server(), PASSWORD);
      prove(sipp, 3, "INVITE sip:21@" + server(), PASSWORD);
      var in = hiwar.arrived();
      assertThat(in.call().source()).isEqualTo(new IncomingCall.Source.OfPhone("alice"));
      assertThat(in.call().called()).isEqualTo(new DialString("21"));
      assertThat(hiwar.endpoint().registeredPhones()).containsExactly("alice");
      in.call().answer(answerTo(in));
      in.call().hangUp();
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWrongPasswordDoesNotRegister(Transport transport) {
    hiwar.phone("alice", PASSWORD);
    try (var sipp =
        Sipp.calling(registers().receives(401), transport, hiwar.endpoint().address())) {
      prove(sipp, 1, "REGISTER sip:" + server(), "a guess");
      sipp.succeeds();
      assertThat(hiwar.endpoint().registeredPhones()).isEmpty();
    }
  }

  /// Who has registered proves it again with each call.
  @ParameterizedTest
  @EnumSource
  void aWrongPasswordDoesNotCall(Transport transport) {
    hiwar.phone("alice", PASSWORD);
    var script = callsWithProof().receives(401).acknowledgesRefusal(4);
    try (var sipp = Sipp.calling(script, transport, hiwar.endpoint().address())) {
      prove(sipp, 1, "REGISTER sip:" + server(), PASSWORD);
      prove(sipp, 3, "INVITE sip:21@" + server(), "a guess");
      sipp.succeeds();
      assertThat(hiwar.endpoint().count(SipCount.NOT_AUTHENTICATED)).isEqualTo(1);
    }
  }
}
