package org.hiwar.voice.line.api;

import java.util.List;
import org.hiwar.voice.line.OwnPlace;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.voice.sip.Transport;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What has to be entered at a provider or a telephone, for the screens on which these are set up.
@RestController
@RequestMapping("/api/telephony-address")
@Requires(Privilege.MANAGE_TELEPHONY)
class OwnAddressApi {
  private final OwnPlace place;
  private final SipEndpoint sip;

  OwnAddressApi(OwnPlace place, SipEndpoint sip) {
    this.place = place;
    this.sip = sip;
  }

  /// @param host an address such as `192.0.2.7`
  /// @param port of SIP, the same for each of the transports
  /// @param firstMediaPort and `lastMediaPort`: the UDP ports at which audio arrives
  /// @param onlyHere whether only programs on this machine get through, because the server listens
  ///     on a loopback address
  record OwnAddress(
      String host,
      int port,
      List<Transport> transports,
      int firstMediaPort,
      int lastMediaPort,
      boolean onlyHere) {}

  @GetMapping
  OwnAddress read() {
    return new OwnAddress(
        place.advertised().getHostAddress(),
        sip.address().getPort(),
        List.of(Transport.values()),
        place.media().first(),
        place.media().last(),
        place.isOnlyHere());
  }
}
