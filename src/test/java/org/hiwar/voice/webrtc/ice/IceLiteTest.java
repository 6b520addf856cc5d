package org.hiwar.voice.webrtc.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.hiwar.voice.webrtc.ice.CheckOutcome.Faulty;
import org.hiwar.voice.webrtc.ice.CheckOutcome.NotAuthentic;
import org.hiwar.voice.webrtc.ice.CheckOutcome.TooManyAddresses;
import org.hiwar.voice.webrtc.ice.CheckOutcome.Valid;
import org.junit.jupiter.api.Test;

class IceLiteTest {
  private static final InetSocketAddress HOME = new InetSocketAddress("192.0.2.1", 4000);
  private static final InetSocketAddress MOBILE = new InetSocketAddress("198.51.100.7", 5000);

  private final AtomicLong nanos = new AtomicLong();
  private final IceCredentials own = IceCredentials.create(new SecureRandom());
  private final Checks browser = new Checks(own, "abcd");
  private final IceLite ice = new IceLite(own, "abcd", nanos::get);

  @Test
  void aCheckMakesItsAddressValidAndIsAnswered() {
    assertThat(ice.isValid(HOME)).isFalse();

    assertThat(check(browser.check(), HOME))
        .isInstanceOfSatisfying(Valid.class, valid -> assertThat(valid.nominates()).isFalse());
    assertThat(ice.isValid(HOME)).isTrue();
    assertThat(ice.isValid(MOBILE)).isFalse();
    assertThat(ice.target()).isEqualTo(HOME);
  }

  @Test
  void aNominationSaysWhereMediaGoAndALaterOneIsAChangeOfNetwork() {
    check(browser.check(), HOME);
    assertThat(nominates(browser.nomination(), HOME)).isTrue();
    assertThat(nominates(browser.nomination(), HOME)).as("the same again").isFalse();

    assertThat(nominates(browser.check(), MOBILE)).isFalse();
    assertThat(ice.target()).isEqualTo(HOME);
    assertThat(nominates(browser.nomination(), MOBILE)).isTrue();
    assertThat(ice.target()).isEqualTo(MOBILE);
  }

  @Test
  void aWrongPasswordOrFragmentIsNotAnswered() {
    var guess = new Checks(new IceCredentials(own.fragment(), "x".repeat(32)), "abcd");
    var other = new Checks(own, "efgh");

    assertThat(check(guess.nomination(), MOBILE)).isInstanceOf(NotAuthentic.class);
    assertThat(check(other.nomination(), MOBILE)).isInstanceOf(NotAuthentic.class);
    assertThat(ice.isValid(MOBILE)).isFalse();
    assertThat(ice.target()).isNull();
  }

  @Test
  void whatIsAddedToACheckOnItsWayDoesNotCount() {
    check(browser.nomination(), HOME);

    assertThat(nominates(browser.forgedNomination(), MOBILE)).isFalse();
    assertThat(ice.target()).isEqualTo(HOME);
  }

  @Test
  void anUnknownAttributeIsFaultyOnlyWhereItMustBeUnderstood() {
    assertThat(check(browser.with(0x7abc), HOME)).isInstanceOf(Faulty.class);
    assertThat(ice.isValid(HOME)).isFalse();
    assertThat(check(browser.with(0xC057), HOME)).isInstanceOf(Valid.class);
  }

  @Test
  void aBrowserThatWantsToBeControlledIsToldOfTheConflict() {
    var outcome = check(browser.controlled(), HOME);

    assertThat(outcome).isInstanceOf(Faulty.class);
    var answer = ((Faulty) outcome).answer();
    var error =
        StunMessage.read(answer, answer.length)
            .flatMap(message -> message.value(StunAttribute.ERROR_CODE))
            .orElseThrow();
    assertThat(100 * error[2] + error[3]).isEqualTo(487);
  }

  @Test
  void addressesAreForgottenWithoutChecksAndFewAreKept() {
    check(browser.nomination(), HOME);
    for (int port = 1; port < IceLimits.ADDRESSES; port++)
      assertThat(check(browser.check(), new InetSocketAddress("192.0.2.9", port)))
          .isInstanceOf(Valid.class);
    assertThat(check(browser.check(), MOBILE)).isInstanceOf(TooManyAddresses.class);

    nanos.addAndGet(IceLimits.CONSENT.plusSeconds(1).toNanos());
    assertThat(ice.isValid(HOME)).isFalse();
    assertThat(ice.silence()).isEqualTo(Duration.ofSeconds(31));
    assertThat(nominates(browser.nomination(), MOBILE)).isTrue();
    assertThat(ice.silence()).isZero();
  }

  private boolean nominates(byte[] check, InetSocketAddress from) {
    return check(check, from) instanceof Valid(_, var nominates) && nominates;
  }

  private CheckOutcome check(byte[] bytes, InetSocketAddress from) {
    return ice.check(StunMessage.read(bytes, bytes.length).orElseThrow(), from);
  }
}
