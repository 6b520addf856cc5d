package org.hiwar.voice.line.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hiwar.voice.sip.Credentials;
import org.hiwar.voice.sip.Refusal;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.voice.sip.TestEndpoint;
import org.hiwar.voice.sip.Transport;
import org.hiwar.voice.sip.Trunk;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.voice.sip.TrunkState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@Tag("voice")
class TrunkTrialTest {
  private static Trunk trunk(String host, int port, boolean registers) {
    return new Trunk(
        new TrunkId(1),
        "Provider",
        host,
        port,
        Transport.UDP,
        new Credentials("hiwar", "a secret"),
        registers,
        false,
        false,
        List.of());
  }

  private static TrunkTrial trial(TestEndpoint own) {
    var beans = new StaticListableBeanFactory(Map.of("sip", own.endpoint()));
    return new TrunkTrial(beans.getBeanProvider(SipEndpoint.class), Clock.systemUTC());
  }

  @Test
  void aProviderThatIsThereAnswers() {
    try (var own = new TestEndpoint();
        var provider = new TestEndpoint()) {
      provider.trunk(9, Transport.UDP); // takes what comes from loopback
      var there = trunk("127.0.0.1", provider.endpoint().address().getPort(), false);
      var trial = trial(own);
      assertThat(trial.standing(there.id())).isEqualTo(TrunkStanding.UNKNOWN);
      var report = trial.of(there);
      assertThat(report.code()).isEqualTo("answers");
      assertThat(report.works()).isTrue();
    }
  }

  @Test
  void whereNobodyIsNobodyAnswers() throws Exception {
    try (var own = new TestEndpoint();
        var deaf = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      var report = trial(own).of(trunk("127.0.0.1", deaf.getLocalPort(), true));
      assertThat(report.code()).isEqualTo("no-answer");
      assertThat(report.works()).isFalse();
      assertThat(report.sentence()).contains("127.0.0.1, port " + deaf.getLocalPort());
    }
  }

  @Test
  void aNameThatNobodyKnowsIsSaidToBeOne() {
    try (var own = new TestEndpoint()) {
      var report = trial(own).of(trunk("nobody.invalid", 5060, false));
      assertThat(report.code()).isEqualTo("host-unknown");
      assertThat(report.sentence()).contains("nobody.invalid");
    }
  }

  @Test
  void howTheRegistrationStandsIsSaidInWords() {
    assertThat(code(401)).isEqualTo("wrong-password");
    assertThat(code(403)).isEqualTo("wrong-password");
    assertThat(code(404)).isEqualTo("unknown-user");
    assertThat(code(408)).isEqualTo("registration-unanswered");
    assertThat(code(420)).isEqualTo("registration-refused");
    assertThat(report(420).status()).isEqualTo(420);
    var trunk = trunk("sip.example.com", 5060, true);
    var holds = TrunkTrial.registration(trunk, new TrunkState.Registered(Instant.EPOCH));
    assertThat(holds.code()).isEqualTo("registered");
    assertThat(holds.works()).isTrue();
    var goesOn = TrunkTrial.registration(trunk, new TrunkState.Trying());
    assertThat(goesOn.code()).isEqualTo("registration-goes-on");
    assertThat(goesOn.works()).isFalse();
  }

  @Test
  void howATrunkStandsIsOneWord() {
    var silent = new TrunkState.Unreachable(Refusal.of(408), Instant.EPOCH);
    var there = new TrunkState.Reachable(Instant.EPOCH);
    var refused = new TrunkState.NotRegistered(Refusal.of(403), Instant.EPOCH);
    var registered = new TrunkState.Registered(Instant.EPOCH);
    assertThat(standing(new TrunkState.NotAsked(), new TrunkState.Unknown()))
        .isEqualTo(TrunkStanding.UNKNOWN);
    assertThat(standing(new TrunkState.NotAsked(), there)).isEqualTo(TrunkStanding.ANSWERS);
    assertThat(standing(new TrunkState.NotAsked(), silent)).isEqualTo(TrunkStanding.SILENT);
    assertThat(standing(new TrunkState.Trying(), there)).isEqualTo(TrunkStanding.REGISTERING);
    assertThat(standing(registered, there)).isEqualTo(TrunkStanding.REGISTERED);
    assertThat(standing(registered, new TrunkState.Unknown())).isEqualTo(TrunkStanding.REGISTERED);
    assertThat(standing(registered, silent)).isEqualTo(TrunkStanding.SILENT);
    assertThat(standing(refused, there)).isEqualTo(TrunkStanding.NOT_REGISTERED);
  }

  private static TrunkStanding standing(
      TrunkState.Registration registration, TrunkState.Health health) {
    return TrunkStanding.of(new TrunkState(registration, health));
  }

  private static String code(int status) {
    var report = report(status);
    assertThat(report.works()).isFalse();
    assertThat(report.sentence()).endsWith(".").doesNotContain("a secret");
    return report.code();
  }

  private static TrunkTrial.Report report(int status) {
    return TrunkTrial.registration(
        trunk("sip.example.com", 5060, true),
        new TrunkState.NotRegistered(Refusal.of(status), Instant.EPOCH));
  }
}
