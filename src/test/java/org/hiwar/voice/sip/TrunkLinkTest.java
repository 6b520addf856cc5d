package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.hiwar.testing.Await;
import org.hiwar.voice.sip.TrunkState.NotRegistered;
import org.hiwar.voice.sip.TrunkState.Reachable;
import org.hiwar.voice.sip.TrunkState.Registered;
import org.hiwar.voice.sip.TrunkState.Unreachable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What keeps up a trunk, with a provider played by hand.
class TrunkLinkTest extends VoiceTest {
  private final Datagrams provider =
      new Datagrams(
          "127.0.0.1",
          new InetSocketAddress(InetAddress.getLoopbackAddress(), address().getPort()));

  private InetSocketAddress address() {
    return hiwar.endpoint().address();
  }

  @AfterEach
  void away() {
    provider.close();
  }

  private Trunk trunk(boolean registers, boolean checked) {
    return hiwar.add(
        new Trunk(
            new TrunkId(3),
            "Provider",
            "127.0.0.1",
            provider.port(),
            Transport.UDP,
            new Credentials("customer", "geheim"),
            registers,
            checked,
            false,
            List.of()));
  }

  private static String challenge(String algorithm, String nonce) {
    return "WWW-Authenticate: Digest realm=\"provider\", nonce=\""
        + nonce
        + "\", algorithm="
        + algorithm
        + ", qop=\"auth\"\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"MD5", "SHA-256"})
  void itRegistersWithADigest(String algorithm) {
    var trunk = trunk(true, false);
    var first = provider.receiveNew("REGISTER ");
    provider.send(Datagrams.answer(first, "401 Unauthorized", challenge(algorithm, "n1")));
    var second = provider.receiveNew("REGISTER ");
    var authorization = Datagrams.header(second, "Authorization");
    var right =
        BareDigest.response(
            algorithm,
            "customer",
            "provider",
            "geheim",
            "n1",
            "00000001",
            BareDigest.parameter(authorization, "cnonce"),
            "REGISTER",
            BareDigest.parameter(authorization, "uri"));
    assertThat(BareDigest.parameter(authorization, "response")).isEqualTo(right);
    assertThat(BareDigest.parameter(authorization, "algorithm")).isEqualTo(algorithm);
    assertThat(second).contains("Contact: <sip:line-3@127.0.0.1:" + address().getPort() + ">");
    provider.send(Datagrams.answer(second, "200 OK", "Expires: 300\n"));

    Await.until(() -> registration(trunk) instanceof Registered);
  }

  /// RFC 8760 section 2.4: the first that is known.
  @Test
  void ofSeveralChallengesTheFirstThatIsKnownIsAnswered() {
    trunk(true, false);
    var first = provider.receiveNew("REGISTER ");
    var several =
        challenge("SHA-512-256", "n0") + challenge("SHA-256", "n1") + challenge("MD5", "n2");
    provider.send(Datagrams.answer(first, "401 Unauthorized", several));

    var authorization = Datagrams.header(provider.receiveNew("REGISTER "), "Authorization");
    assertThat(BareDigest.parameter(authorization, "nonce")).isEqualTo("n1");
  }

  @Test
  void itRegistersAgainBeforeItEnds() {
    trunk(true, false);
    provider.send(Datagrams.answer(provider.receiveNew("REGISTER "), "200 OK", "Expires: 1\n"));

    provider.receiveNew("REGISTER ");
  }

  @Test
  void itAsksForLongerWhenThatIsWanted() {
    trunk(true, false);
    provider.send(
        Datagrams.answer(
            provider.receiveNew("REGISTER "), "423 Interval Too Brief", "Min-Expires: 3600\n"));

    assertThat(Datagrams.header(provider.receiveNew("REGISTER "), "Expires")).isEqualTo("3600");
  }

  @Test
  void aFailureIsToldInWordsAndTriedAgain() {
    var trunk = trunk(true, false);
    provider.send(Datagrams.answer(provider.receiveNew("REGISTER "), "403 Forbidden", ""));
    Await.until(() -> registration(trunk) instanceof NotRegistered);
    if (!(registration(trunk) instanceof NotRegistered failed)) throw new AssertionError();
    assertThat(failed.why().words()).isEqualTo("The other side does not allow this.");

    provider.send(Datagrams.answer(provider.receiveNew("REGISTER "), "200 OK", "Expires: 300\n"));
    Await.until(() -> registration(trunk) instanceof Registered);
  }

  @Test
  void aWrongPasswordIsNotTriedWithoutAPause() {
    var trunk = trunk(true, false);
    for (var nonce : new String[] {"n1", "n2"})
      provider.send(
          Datagrams.answer(
              provider.receiveNew("REGISTER "), "401 Unauthorized", challenge("MD5", nonce)));

    Await.until(() -> registration(trunk) instanceof NotRegistered);
    if (!(registration(trunk) instanceof NotRegistered failed)) throw new AssertionError();
    assertThat(failed.why().words()).isEqualTo("The user name or the password is wrong.");
  }

  private TrunkState.Registration registration(Trunk trunk) {
    return hiwar.endpoint().trunk(trunk.id()).registration();
  }

  @Test
  void aTrunkThatAnswersAnythingIsThere() {
    var trunk = trunk(false, true);
    var options = provider.receive("OPTIONS ");
    provider.send(Datagrams.answer(options, "405 Method Not Allowed", ""));

    Await.until(() -> hiwar.endpoint().trunk(trunk.id()).health() instanceof Reachable);
  }

  @Test
  void aTrunkThatCannotBeReachedIsShownSo() {
    var trunk =
        hiwar.add(
            new Trunk(
                new TrunkId(4),
                "Gone",
                "127.0.0.1",
                Sipp.freePort(),
                Transport.TCP,
                null,
                false,
                true,
                false,
                List.of()));

    Await.until(() -> hiwar.endpoint().trunk(trunk.id()).health() instanceof Unreachable);
  }

  @Test
  void optionsOfATrunkAreAnswered() {
    trunk(false, false);
    provider.send(
        "OPTIONS sip:x@127.0.0.1 SIP/2.0\nVia: SIP/2.0/UDP 127.0.0.1:"
            + provider.port()
            + ";branch=z9hG4bKo\nFrom: <sip:p@127.0.0.1>;tag=f\nTo: <sip:x@127.0.0.1>\n"
            + "Call-ID: o\nCSeq: 1 OPTIONS\nMax-Forwards: 70\nContent-Length: 0\n\n");

    assertThat(provider.receive("SIP/2.0 200")).contains("Allow: INVITE, ACK, BYE");
  }
}
