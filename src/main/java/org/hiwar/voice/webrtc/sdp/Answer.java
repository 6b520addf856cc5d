package org.hiwar.voice.webrtc.sdp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.webrtc.dtls.Fingerprint;
import org.hiwar.voice.webrtc.ice.IceCredentials;

/// Our answer, as Chromium and Firefox take it: without BUNDLE Chromium refuses it, and header
/// extensions are not agreed on. There is one candidate, because there is one port.
///
/// @param at where browsers reach our port
/// @param session a random number, not negative
/// @param ssrc of what we send
/// @param cname of RTCP: names our side of this leg, and says nothing
public record Answer(
    Offer offer,
    InetSocketAddress at,
    IceCredentials ice,
    Fingerprint fingerprint,
    long session,
    int ssrc,
    String cname) {
  /// [RFC 8445 section 5.1.2.1](https://www.rfc-editor.org/rfc/rfc8445#section-5.1.2.1): a host
  /// candidate, the only one, of RTP.
  private static final long PRIORITY = (126L << 24) + (65535L << 8) + 255;

  public String text() {
    var lines = new ArrayList<String>();
    lines.addAll(sessionLines());
    lines.addAll(transportLines());
    lines.addAll(mediaLines());
    lines.addAll(candidateLines());
    return String.join("\r\n", lines) + "\r\n";
  }

  private List<String> sessionLines() {
    return List.of(
        "v=0",
        "o=- " + session + " 1 IN " + address(),
        "s=-",
        "t=0 0",
        "a=ice-lite",
        "a=group:BUNDLE " + offer.mid(),
        "a=msid-semantic: WMS *");
  }

  private List<String> transportLines() {
    return List.of(
        "m=audio " + at.getPort() + " UDP/TLS/RTP/SAVPF " + types(),
        "c=IN " + address(),
        "a=rtcp-mux",
        "a=ice-ufrag:" + ice.fragment(),
        "a=ice-pwd:" + ice.password(),
        "a=fingerprint:sha-256 " + fingerprint.text(),
        "a=setup:passive",
        "a=mid:" + offer.mid(),
        "a=" + offer.direction().mirrored().attribute());
  }

  private List<String> mediaLines() {
    var lines = new ArrayList<String>();
    lines.add("a=msid:" + cname + " audio");
    if (has(Payloads.PCMU)) lines.add("a=rtpmap:0 PCMU/8000");
    if (has(Payloads.PCMA)) lines.add("a=rtpmap:8 PCMA/8000");
    int event = offer.payloads().telephoneEvent();
    if (event != Payloads.NONE) {
      lines.add("a=rtpmap:" + event + " telephone-event/8000");
      lines.add("a=fmtp:" + event + " 0-16");
    }
    lines.add("a=ptime:20");
    lines.add("a=ssrc:" + Integer.toUnsignedString(ssrc) + " cname:" + cname);
    return lines;
  }

  private List<String> candidateLines() {
    var host = at.getAddress().getHostAddress();
    return List.of(
        "a=candidate:1 1 udp " + PRIORITY + " " + host + " " + at.getPort() + " typ host",
        "a=end-of-candidates");
  }

  private String types() {
    var types = new ArrayList<String>();
    if (has(Payloads.PCMU)) types.add("0");
    if (has(Payloads.PCMA)) types.add("8");
    int event = offer.payloads().telephoneEvent();
    if (event != Payloads.NONE) types.add(Integer.toString(event));
    return String.join(" ", types);
  }

  private boolean has(int audio) {
    return offer.hasBothLaws() || offer.payloads().audio() == audio;
  }

  private String address() {
    InetAddress address = at.getAddress();
    return (address.getAddress().length == 4 ? "IP4 " : "IP6 ") + address.getHostAddress();
  }
}
