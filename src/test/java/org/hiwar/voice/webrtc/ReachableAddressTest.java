package org.hiwar.voice.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.NetworkInterface;
import org.junit.jupiter.api.Test;

class ReachableAddressTest {
  @Test
  void itIsAnAddressOfThisMachineAndLoopbackOnlyWhereThereIsNoNetwork() throws Exception {
    var found = ReachableAddress.find();

    var network = NetworkInterface.getByInetAddress(found);
    assertThat(network).isNotNull();
    assertThat(network.isUp()).isTrue();
    boolean hasNetwork =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .anyMatch(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress());
    if (!hasNetwork) assertThat(found.isLoopbackAddress()).isTrue();
    assertThat(found.isLinkLocalAddress()).isFalse();
  }
}
