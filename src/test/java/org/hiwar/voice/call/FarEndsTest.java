package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.rtp.Network;
import org.hiwar.voice.sdp.Direction;
import org.hiwar.voice.sdp.RemoteAudio;
import org.junit.jupiter.api.Test;

/// From where the audio of a call may come.
class FarEndsTest {
  private static final InetAddress DESCRIBED = InetAddress.ofLiteral("192.0.2.7");

  private static List<Network> networks(String... provider) {
    var audio =
        new RemoteAudio(
            DESCRIBED,
            40_000,
            List.of(Payloads.PCMA),
            101,
            Direction.SENDRECV,
            20,
            List.of(),
            List.of());
    var addresses =
        List.of(provider).stream()
            .map(InetAddress::ofLiteral)
            .collect(java.util.stream.Collectors.toSet());
    return FarEnds.of(audio, addresses).networks();
  }

  private static boolean mayComeFrom(String address, List<Network> networks) {
    return networks.stream().anyMatch(one -> one.contains(InetAddress.ofLiteral(address)));
  }

  @Test
  void theProvidersOwnHostsAreBelievedAndTheirNeighboursAreNot() {
    var networks = networks("198.51.100.20", "2001:db8::1");
    assertThat(mayComeFrom("198.51.100.20", networks)).isTrue();
    assertThat(mayComeFrom("2001:db8::1", networks)).isTrue();
    assertThat(mayComeFrom("192.0.2.99", networks)).as("near what was described").isTrue();
    assertThat(mayComeFrom("198.51.100.21", networks)).isFalse();
  }

  @Test
  void withoutAProviderOnlyTheNetworkOfTheDescriptionIs() {
    assertThat(networks()).isEqualTo(List.of(Network.near(DESCRIBED)));
    assertThat(FarEnds.of(audioOnHold(), Set.of()).sends()).isFalse();
  }

  private static RemoteAudio audioOnHold() {
    return new RemoteAudio(
        InetAddress.ofLiteral("0.0.0.0"),
        40_000,
        List.of(Payloads.PCMA),
        101,
        Direction.SENDRECV,
        20,
        List.of(),
        List.of());
  }
}
