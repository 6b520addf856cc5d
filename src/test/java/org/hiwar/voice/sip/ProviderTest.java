package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hiwar.testing.Await;
import org.hiwar.voice.sip.TrunkState.Reachable;
import org.hiwar.voice.sip.TrunkState.Registered;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// sipp as a provider: what keeps up a trunk, over each transport. What may go wrong with it is in
/// [TrunkLinkTest].
class ProviderTest extends VoiceTest {
  private static Trunk trunk(Sipp sipp, Transport transport, boolean registers) {
    return new Trunk(
        new TrunkId(6),
        "Provider",
        "127.0.0.1",
        sipp.port(),
        transport,
        new Credentials("customer", "geheim"),
        registers,
        !registers,
        false,
        List.of());
  }

  @ParameterizedTest
  @CsvSource({"UDP, MD5", "UDP, SHA-256", "TCP, MD5", "TCP, SHA-256"})
  void aTrunkRegistersWithItsPassword(Transport transport, String algorithm) {
    var challenge = "Digest realm=\"sipp\", nonce=\"abc\", algorithm=%s, qop=\"auth\"";
    var script =
        Script.callee()
            .receives("REGISTER")
            .with("WWW-Authenticate", challenge.formatted(algorithm))
            .answers(401)
            .receives("REGISTER", "Authorization: Digest")
            .with("Expires", "300")
            .answers(200);
    try (var sipp = Sipp.waiting(script, transport)) {
      var trunk = hiwar.add(trunk(sipp, transport, true));
      Await.until(() -> hiwar.endpoint().trunk(trunk.id()).registration() instanceof Registered);
      sipp.succeeds();
      var answer = Datagrams.header(sipp.logs(), "Authorization");
      var right =
          BareDigest.response(
              algorithm,
              "customer",
              "sipp",
              "geheim",
              "abc",
              "00000001",
              BareDigest.parameter(answer, "cnonce"),
              "REGISTER",
              BareDigest.parameter(answer, "uri"));
      assertThat(BareDigest.parameter(answer, "response")).isEqualTo(right);
      assertThat(BareDigest.parameter(answer, "algorithm")).isEqualTo(algorithm);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whetherATrunkIsThereIsAskedByOptions(Transport transport) {
    var script = Script.callee().receives("OPTIONS", "Max-Forwards: ").answers(200);
    try (var sipp = Sipp.waiting(script, transport)) {
      var trunk = hiwar.add(trunk(sipp, transport, false));
      Await.until(() -> hiwar.endpoint().trunk(trunk.id()).health() instanceof Reachable);
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTrunkThatAsksWhetherWeAreThereIsAnswered(Transport transport) {
    var script = Script.caller().asksByOptions().receives(200, "Allow: INVITE, ACK, BYE");
    try (var sipp = calledBy(script, transport)) {
      sipp.succeeds();
    }
  }
}
