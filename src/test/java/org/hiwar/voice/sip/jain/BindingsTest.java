package org.hiwar.voice.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sip.SipFactory;
import javax.sip.address.SipURI;
import org.hiwar.voice.sip.Transport;
import org.junit.jupiter.api.Test;

class BindingsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration LIFE = Duration.ofMinutes(2);

  private final TurnedClock clock = new TurnedClock();
  private final Bindings bindings = new Bindings(clock);
  private final List<String> told = new ArrayList<>();
  private final SipURI contact;
  private long sequence;

  BindingsTest() throws Exception {
    contact = SipFactory.getInstance().createAddressFactory().createSipURI("amal", "192.0.2.1");
    bindings.listen((user, there) -> told.add((there ? "+" : "-") + user));
  }

  private boolean registers(String user, int port) {
    var peer = new Peer(InetAddress.ofLiteral("192.0.2.1"), port, Transport.UDP);
    return bindings.bind(
        new Bindings.Binding(user, contact, peer, clock.instant().plus(LIFE), user, ++sequence));
  }

  @Test
  void whoRenewsIsToldOnceAndWhoDoesNotIsForgotten() {
    assertThat(registers("amal", 5060)).isTrue();
    assertThat(registers("basim", 5061)).isTrue();
    clock.turn(LIFE.minusSeconds(1));
    bindings.expire();
    assertThat(registers("amal", 5062)).isTrue();
    assertThat(told).containsExactly("+amal", "+basim");

    clock.turn(Duration.ofSeconds(2));
    bindings.expire();
    assertThat(told).containsExactly("+amal", "+basim", "-basim");
    assertThat(bindings.users()).containsExactly("amal");
    assertThat(registers("basim", 5061)).isTrue();
    assertThat(told).endsWith("+basim");
  }

  @Test
  void aPlaceIsThatOfOnePhone() {
    registers("amal", 5060);
    registers("basim", 5060);
    assertThat(told).containsExactly("+amal", "-amal", "+basim");
    bindings.unbind("basim");
    bindings.unbind("basim");
    assertThat(told).endsWith("+basim", "-basim").hasSize(4);
  }

  @Test
  void whoListensLaterIsToldOfThoseThatAreThere() {
    registers("amal", 5060);
    var late = new ArrayList<String>();
    bindings.listen((user, there) -> late.add(user + there));
    assertThat(late).containsExactly("amaltrue");
  }

  /// Goes on when it is turned.
  private static final class TurnedClock extends Clock {
    private Instant now = NOW;

    void turn(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public java.time.ZoneId getZone() {
      return java.time.ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
