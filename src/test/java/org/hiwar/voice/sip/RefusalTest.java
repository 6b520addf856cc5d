package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.hiwar.testing.Await;
import org.hiwar.voice.sip.SipEvent.By;
import org.hiwar.voice.sip.SipEvent.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Calls that are refused, and trunks that cannot.
class RefusalTest extends VoiceTest {
  private static Script refuses(int status) {
    return Script.callee().receivesInvite().answers(status).receives("ACK");
  }

  @ParameterizedTest
  @EnumSource
  void busyIsAnAnswerAndNoOtherTrunkIsTried(Transport transport) {
    try (var sipp = Sipp.waiting(refuses(486), transport)) {
      var busy = hiwar.trunk(sipp.port(), transport);
      var other = hiwar.trunk(Sipp.freePort(), transport);
      var out = hiwar.dial(busy, other);

      var why = out.heard().next(SipEvent.Refused.class).why();
      assertThat(why.why()).isEqualTo(Refusal.Why.BUSY);
      assertThat(why.words()).isEqualTo("The called party is busy.");
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOverloadedTrunkIsFollowedByTheNext(Transport transport) {
    try (var full = Sipp.waiting(refuses(503), transport);
        var free = Sipp.waiting(endedByUs(answered()), transport)) {
      var first = hiwar.trunk(full.port(), transport);
      var out = hiwar.dial(first, hiwar.trunk(free.port(), transport));

      assertThat(out.heard().next(SipEvent.FailedOver.class).from()).isEqualTo(first.id());
      out.heard().next(SipEvent.Ringing.class);
      out.heard().next(SipEvent.Answered.class);
      out.call().hangUp();
      full.succeeds();
      free.succeeds();
    }
  }

  @Test
  void aSilentTrunkIsFollowedByTheNext() throws IOException {
    try (var silent = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        var free = Sipp.waiting(endedByUs(answered()), Transport.UDP)) {
      var first = hiwar.trunk(silent.getLocalPort(), Transport.UDP);
      var out = hiwar.dial(first, hiwar.trunk(free.port(), Transport.UDP));

      assertThat(out.heard().next(SipEvent.FailedOver.class).why().status()).isEqualTo(408);
      out.heard().next(SipEvent.Ringing.class);
      out.heard().next(SipEvent.Answered.class);
      out.call().hangUp();
      free.succeeds();
    }
  }

  @Test
  void aTrunkWithoutAConnectionIsFollowedByTheNext() {
    try (var free = Sipp.waiting(endedByUs(answered()), Transport.TCP)) {
      var first = hiwar.trunk(Sipp.freePort(), Transport.TCP);
      var out = hiwar.dial(first, hiwar.trunk(free.port(), Transport.TCP));

      assertThat(out.heard().next(SipEvent.FailedOver.class).from()).isEqualTo(first.id());
      out.heard().next(SipEvent.Ringing.class);
      out.heard().next(SipEvent.Answered.class);
      out.call().hangUp();
      free.succeeds();
    }
  }

  @Test
  void whenNoTrunkIsLeftTheCallIsRefused() {
    var out = hiwar.dial(hiwar.trunk(Sipp.freePort(), Transport.TCP));

    assertThat(out.heard().next(SipEvent.Refused.class).why().why())
        .isEqualTo(Refusal.Why.UNREACHABLE);
  }

  @Test
  void aTelephoneThatIsNotRegisteredCannotBeCalled() {
    var out = hiwar.dial(new Dial.ToPhone("nobody"));

    assertThat(out.heard().next(SipEvent.Refused.class).why().why())
        .isEqualTo(Refusal.Why.UNREACHABLE);
  }

  @ParameterizedTest
  @EnumSource
  void aRedirectionIsNotFollowedUnlessTheTrunkAllows(Transport transport) {
    var script =
        Script.callee()
            .receivesInvite()
            .with("Contact", "<sip:4930555@127.0.0.1>")
            .answers(302)
            .receives("ACK");
    try (var sipp = Sipp.waiting(script, transport)) {
      var out = dial(sipp, transport);

      assertThat(out.heard().next(SipEvent.Refused.class).why().why())
          .isEqualTo(Refusal.Why.REDIRECTED);
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRedirectionIsFollowedToANumberOnTheSameTrunk(Transport transport) {
    var redirects =
        Script.callee()
            .receivesInvite()
            .with("Contact", "<sip:4930555@127.0.0.1;evil=1?Subject=x>")
            .answers(302)
            .receives("ACK");
    // Sent round in a circle, it stops after two.
    try (var sipp = Sipp.waiting(redirects, transport, "-m", "3")) {
      var out = hiwar.dial(hiwar.add(following(sipp, transport)));

      assertThat(out.heard().next(SipEvent.Refused.class).why().why())
          .isEqualTo(Refusal.Why.REDIRECTED);
      sipp.succeeds();
      assertThat(seen(sipp, "Call-ID: ").distinct()).as("tries").hasSize(3);
      // A try may have been sent twice.
      var targets = seen(sipp, "INVITE ").distinct().toList();
      assertThat(targets).hasSize(2).noneMatch(line -> line.contains("evil"));
      assertThat(targets.getLast()).startsWith("INVITE sip:4930555@127.0.0.1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRedirectionToAnotherHostIsNeverFollowed(Transport transport) {
    var script =
        Script.callee()
            .receivesInvite()
            .with("Contact", "<sip:4930555@192.0.2.9>")
            .answers(302)
            .receives("ACK");
    try (var sipp = Sipp.waiting(script, transport)) {
      var out = hiwar.dial(hiwar.add(following(sipp, transport)));

      assertThat(out.heard().next(SipEvent.Refused.class).why().why())
          .isEqualTo(Refusal.Why.REDIRECTED);
      sipp.succeeds();
    }
  }

  private static Stream<String> seen(Sipp sipp, String beginning) {
    return sipp.logs().lines().filter(line -> line.startsWith(beginning));
  }

  private static Trunk following(Sipp sipp, Transport transport) {
    return new Trunk(
        new TrunkId(7),
        "Follows",
        "127.0.0.1",
        sipp.port(),
        transport,
        null,
        false,
        false,
        true,
        List.of());
  }

  @ParameterizedTest
  @EnumSource
  void aCallInIsRefusedByUs(Transport transport) {
    var script =
        Script.caller().invites(Script.SDP).maybeReceives(100).receives(486).acknowledgesRefusal(1);
    try (var sipp = calledBy(script, transport)) {
      var in = hiwar.arrived();
      in.call().refuse(486);

      assertThat(in.heard().next(SipEvent.Ended.class))
          .isEqualTo(new SipEvent.Ended(By.US, Cause.REFUSED));
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOfferThatIsNoDescriptionIsRefusedBeforeAnybodyIsTold(Transport transport) {
    var script =
        Script.caller()
            .invites("v=0\nthis is not it")
            .maybeReceives(100)
            .receives(400)
            .acknowledgesRefusal(1);
    try (var sipp = calledBy(script, transport)) {
      sipp.succeeds();
    }
    // The peer has gone when its ACK is still on the way to us.
    Await.until(() -> hiwar.endpoint().calls() == 0);
  }

  @ParameterizedTest
  @EnumSource
  void whatTheCallerInsistsOnAndWeCannotIsRefused(Transport transport) {
    var script =
        Script.caller()
            .with("Require", "100rel")
            .invites(Script.SDP)
            .maybeReceives(100)
            .receives(420, "Unsupported: 100rel")
            .acknowledgesRefusal(1);
    try (var sipp = calledBy(script, transport)) {
      sipp.succeeds();
    }
  }
}
