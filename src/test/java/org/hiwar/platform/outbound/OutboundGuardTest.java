package org.hiwar.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.platform.BadSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundGuardTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final OutboundGuard open = new OutboundGuard(InetAddress::getAllByName, false, List.of());
  private final OutboundGuard alone = new OutboundGuard(InetAddress::getAllByName, true, List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        // IPv4, each network at its first and last address
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.0.1",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        // IPv6
        "::",
        "::1",
        "0:0:0:0:0:0:0:1",
        "fc00::1",
        "fd00:ec2::254",
        "fdff:ffff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "100::1",
        "2001::1",
        "2001:0:7f00:1::",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a00:1::",
        "3fff::1",
        "4000::1",
        // IPv4 within IPv6
        "::ffff:127.0.0.1",
        "::ffff:7f00:1",
        "::ffff:169.254.169.254",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "::7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::1",
        // written so that some read one address and some another
        "0",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0X7F.0.0.1",
        "127.1",
        "127.0.1",
        "0177.0.0.1",
        "017700000001",
        "127.0.0.1.",
        "127.0.0.01",
        "1.2.3.256",
        "999.1.1.1",
        "fe80::1%eth0",
        "[::1]",
        // no names at all
        "",
        " ",
        ".",
        "example.com:25",
        "user@example.com",
        "exa mple.com",
        "example.com/",
        "exämple.com",
        "127。0。0。1",
        "-example.com",
        "example..com",
      })
  void noAddressWithinAndNoDisguiseOfOneIsLetThrough(String host) {
    var guard = new OutboundGuard(OutboundGuardTest::literally, false, List.of());
    assertThatThrownBy(() -> guard.address(host)).as(host).isInstanceOf(NotAllowedOutside.class);
  }

  /// Of what is no address in its usual form the guard must not even ask.
  private static InetAddress[] literally(String host) {
    return new InetAddress[] {InetAddress.ofLiteral(host)};
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001::1",
        "64:ff9b::101:101",
        "::ffff:1.1.1.1",
      })
  void whatTheWholeWorldReachesIsLetThrough(String host) throws Exception {
    assertThat(open.address(host)).isEqualTo(InetAddress.ofLiteral(host));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "::ffff:127.0.0.1"})
  void thisMachineItselfIsOpenWhileNobodyElseReachesTheServer(String host) throws Exception {
    assertThat(alone.address(host).isLoopbackAddress()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "192.168.0.1", "169.254.169.254", "fd00:ec2::254", "0.0.0.0"})
  void theNeighboursAreNotOpenEvenThen(String host) {
    assertThatThrownBy(() -> alone.address(host)).isInstanceOf(NotAllowedOutside.class);
  }

  @Test
  void whoeverRunsTheServerCanOpenANetworkOfTheHouse() throws Exception {
    var guard =
        new OutboundGuard(
            InetAddress::getAllByName, false, List.of("10.1.0.0/16", " fd12:3456::/32 "));
    assertThat(guard.address("10.1.255.7").getHostAddress()).isEqualTo("10.1.255.7");
    assertThat(guard.address("fd12:3456::7")).isNotNull();
    for (var host : List.of("10.2.0.1", "fd12:3457::7", "127.0.0.1"))
      assertThatThrownBy(() -> guard.address(host)).isInstanceOf(NotAllowedOutside.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.1.0.0", "10.1.0.0/33", "::/129", "example.com/8", "everything"})
  void whatIsNoNetworkIsRefusedAtTheStart(String network) {
    assertThatThrownBy(() -> new OutboundGuard(InetAddress::getAllByName, false, List.of(network)))
        .isInstanceOf(BadSetup.class)
        .hasMessageContaining(network);
  }

  @Test
  void aNameOfWhichOneAddressIsWithinIsRefused() throws Exception {
    var both = new InetAddress[] {InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("::1")};
    var guard = new OutboundGuard(_ -> both, false, List.of());
    assertThatThrownBy(() -> guard.address("two.example")).isInstanceOf(NotAllowedOutside.class);
  }

  @Test
  void aNameThatNobodyKnowsIsNotMistakenForARefusal() {
    var guard =
        new OutboundGuard(
            host -> {
              throw new UnknownHostException(host);
            },
            false,
            List.of());
    assertThatThrownBy(() -> guard.address("nobody.invalid"))
        .isInstanceOf(UnknownHostException.class);
  }

  /// A name server that says something else when it is asked again (DNS rebinding).
  @Test
  void theConnectionGoesToTheAddressThatWasLookedAt() throws Exception {
    var asked = new AtomicInteger();
    try (var first = new ServerSocket()) {
      first.bind(new InetSocketAddress("127.0.0.1", 0));
      var guard =
          new OutboundGuard(
              _ -> {
                var address = asked.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.9";
                return new InetAddress[] {InetAddress.ofLiteral(address)};
              },
              true,
              List.of());
      try (var socket = guard.connect("changing.example", first.getLocalPort(), PATIENCE)) {
        assertThat(socket.getInetAddress().getHostAddress()).isEqualTo("127.0.0.1");
      }
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void whoeverHasResolvedItASocketConnectsToNothingWithin() throws Exception {
    try (var server = new ServerSocket()) {
      server.bind(new InetSocketAddress("127.0.0.1", 0));
      int port = server.getLocalPort();
      var loopback = InetAddress.ofLiteral("127.0.0.1");
      var sockets = open.sockets();
      assertThatThrownBy(() -> sockets.createSocket(loopback, port))
          .isInstanceOf(NotAllowedOutside.class);
      assertThatThrownBy(() -> sockets.createSocket("127.0.0.1", port))
          .isInstanceOf(NotAllowedOutside.class);
      try (var socket = sockets.createSocket()) {
        assertThatThrownBy(() -> socket.connect(new InetSocketAddress(loopback, port), 60_000))
            .isInstanceOf(NotAllowedOutside.class);
        assertThatThrownBy(
                () -> socket.connect(InetSocketAddress.createUnresolved("localhost", port)))
            .isInstanceOf(NotAllowedOutside.class);
      }
      try (var socket = alone.sockets().createSocket("127.0.0.1", port)) {
        assertThat(socket.isConnected()).isTrue();
      }
    }
  }
}
