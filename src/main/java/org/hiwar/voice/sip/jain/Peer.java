package org.hiwar.voice.sip.jain;

import gov.nist.javax.sip.stack.HopImpl;
import java.net.InetAddress;
import javax.sip.address.Hop;
import org.hiwar.voice.sip.Transport;

/// Where messages go: always an address, never a name, so that nothing waits for DNS.
record Peer(InetAddress address, int port, Transport transport) {
  Hop hop() {
    return new HopImpl(Text.host(address), port, transport.name());
  }
}
