package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Phones that register, message by message, from an address that is no trunk's: what no real peer
/// can be made to say. sipp registers in [PhoneTest] (MD5) and [Sha256PhoneTest], baresip in
/// [BaresipTest], each over UDP and TCP.
class RegistrarTest extends VoiceTest {
  private static final String PASSWORD = "a long word of ours";
  private Datagrams phone = new Datagrams("127.0.0.2", hiwar.endpoint().address());
  private int sequence;

  @BeforeEach
  void aPhone() {
    hiwar.phone("alice", PASSWORD);
  }

  @AfterEach
  void away() {
    phone.close();
  }

  private String register(String user, String authorization, String more) {
    sequence++;
    return "REGISTER sip:hiwar.test SIP/2.0\nVia: SIP/2.0/UDP 10.0.0.1:5060;rport;branch=z9hG4bK"
        + sequence
        + "\nFrom: <sip:"
        + user
        + "@hiwar.test>;tag=f\nTo: <sip:"
        + user
        + "@hiwar.test>\nCall-ID: bare\nCSeq: "
        + sequence
        + " REGISTER\nMax-Forwards: 70\nContact: <sip:"
        + user
        + "@10.0.0.1:5060>\n"
        + authorization
        + more
        + "Content-Length: 0\n\n";
  }

  private String challenge(String user) {
    phone.send(register(user, "", "Expires: 120\n"));
    return phone.receive("SIP/2.0 401");
  }

  private static String authorization(
      String algorithm, String user, String password, String nonce, String count) {
    var response =
        BareDigest.response(
            algorithm,
            user,
            TestEndpoint.REALM,
            password,
            nonce,
            count,
            "c",
            "REGISTER",
            "sip:hiwar.test");
    return "Authorization: Digest username=\""
        + user
        + "\", realm=\""
        + TestEndpoint.REALM
        + "\", nonce=\""
        + nonce
        + "\", uri=\"sip:hiwar.test\", response=\""
        + response
        + "\", algorithm="
        + algorithm
        + ", qop=auth, cnonce=\"c\", nc="
        + count
        + "\n";
  }

  private String nonce(String challenge) {
    return BareDigest.parameter(Datagrams.header(challenge, "WWW-Authenticate"), "nonce");
  }

  private void register() {
    var nonce = nonce(challenge("alice"));
    var authorization = authorization("SHA-256", "alice", PASSWORD, nonce, "00000001");
    phone.send(register("alice", authorization, "Expires: 120\n"));
    phone.receive("SIP/2.0 200");
  }

  @Test
  void theStrongerAlgorithmIsOfferedFirst() {
    var asked =
        challenge("alice").lines().filter(line -> line.startsWith("WWW-Authenticate")).toList();

    assertThat(asked).hasSize(2);
    assertThat(asked.getFirst()).contains("algorithm=SHA-256");
    assertThat(asked.getLast()).contains("algorithm=MD5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MD5", "SHA-256"})
  void aPhoneRegistersWithEitherAlgorithm(String algorithm) {
    var nonce = nonce(challenge("alice"));
    var authorization = authorization(algorithm, "alice", PASSWORD, nonce, "00000001");
    phone.send(register("alice", authorization, "Expires: 120\n"));

    assertThat(Datagrams.header(phone.receive("SIP/2.0 200"), "Contact")).contains("expires=1");
    assertThat(hiwar.endpoint().registeredPhones()).containsExactly("alice");
  }

  @Test
  void anAnswerThatWasOverheardIsNoUse() {
    var nonce = nonce(challenge("alice"));
    var authorization = authorization("SHA-256", "alice", PASSWORD, nonce, "00000001");
    phone.send(register("alice", authorization, ""));
    phone.receive("SIP/2.0 200");
    phone.send(register("alice", authorization, ""));
    phone.receive("SIP/2.0 401");

    assertThat(hiwar.endpoint().count(SipCount.NOT_AUTHENTICATED)).isEqualTo(1);
  }

  @Test
  void aGrowingCounterIsTaken() {
    var nonce = nonce(challenge("alice"));
    for (var count : new String[] {"00000001", "00000002", "0000000a"}) {
      phone.send(register("alice", authorization("MD5", "alice", PASSWORD, nonce, count), ""));
      phone.receive("SIP/2.0 200");
    }
  }

  /// The same but for the nonce, the tags and the numbers of the requests.
  @Test
  void anUnknownUserIsToldTheSameAsAWrongPassword() {
    var wrong = refusal("alice");
    var unknown = refusal("nobody");

    assertThat(unknown.replace("nobody", "alice")).isEqualTo(wrong);
    assertThat(hiwar.endpoint().registeredPhones()).isEmpty();
  }

  private String refusal(String user) {
    var nonce = nonce(challenge(user));
    phone.send(register(user, authorization("MD5", user, "guess", nonce, "00000001"), ""));
    return phone
        .receive("SIP/2.0 401")
        .replaceAll("nonce=\"[^\"]*\"", "nonce")
        .replaceAll(";tag=[^;\\s]*", "")
        .replaceAll("z9hG4bK\\d+", "branch")
        .replaceAll("CSeq: \\d+", "CSeq:");
  }

  @Test
  void nobodyRegistersForAnother() {
    hiwar.phone("bob", "another word");
    var nonce = nonce(challenge("alice"));
    var asBob = authorization("MD5", "bob", "another word", nonce, "00000001");
    phone.send(register("alice", asBob, ""));

    phone.receive("SIP/2.0 403");
    assertThat(hiwar.endpoint().registeredPhones()).isEmpty();
  }

  @Test
  void tooShortARegistrationIsRefusedWithTheShortest() {
    var nonce = nonce(challenge("alice"));
    var authorization = authorization("MD5", "alice", PASSWORD, nonce, "00000001");
    phone.send(register("alice", authorization, "Expires: 5\n"));

    assertThat(Datagrams.header(phone.receive("SIP/2.0 423"), "Min-Expires")).isEqualTo("60");
  }

  @Test
  void aPhoneTakesItsRegistrationBack() {
    register();
    var nonce = nonce(challenge("alice"));
    var authorization = authorization("MD5", "alice", PASSWORD, nonce, "00000001");
    phone.send(register("alice", authorization, "Expires: 0\n"));
    phone.receive("SIP/2.0 200");

    assertThat(hiwar.endpoint().registeredPhones()).isEmpty();
  }

  @Test
  void aPhoneIsCalledWhereItsPacketsComeFrom() {
    register();
    var out = hiwar.dial(new Dial.ToPhone("alice"));
    var invite = phone.receive("INVITE sip:alice@10.0.0.1:5060 ");
    phone.send(Datagrams.answer(invite, "180 Ringing", ""));
    out.heard().next(SipEvent.Ringing.class);
    phone.send(Datagrams.answer(invite, "486 Busy Here", ""));

    assertThat(out.heard().next(SipEvent.Refused.class).why().why()).isEqualTo(Refusal.Why.BUSY);
    phone.receive("ACK ");
  }

  @Test
  void aPhoneProvesWithEveryCallWhoItIs() {
    register();
    var head =
        "Via: SIP/2.0/UDP 10.0.0.1:5060;rport;branch=z9hG4bKi1\n"
            + "From: <sip:alice@hiwar.test>;tag=g\n"
            + "To: <sip:112@hiwar.test>\n"
            + "Call-ID: call\n"
            + "CSeq: 1 ";
    phone.send(
        "INVITE sip:112@hiwar.test SIP/2.0\n"
            + head
            + "INVITE\nMax-Forwards: 70\nContact: <sip:alice@10.0.0.1>\nContent-Length: 0\n\n");
    var refused = phone.receive("SIP/2.0 401");

    assertThat(refused).contains("algorithm=SHA-256");
    phone.send(
        "ACK sip:112@hiwar.test SIP/2.0\n"
            + head.replace("<sip:112@hiwar.test>", Datagrams.header(refused, "To"))
            + "ACK\nMax-Forwards: 70\nContent-Length: 0\n\n");
  }
}
