package org.hiwar.voice.sip.jain;

import gov.nist.javax.sip.message.SIPMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ListIterator;
import javax.sip.SipException;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.header.FromHeader;
import javax.sip.header.RecordRouteHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// What both ends of a dialog remember of it (RFC 3261 section 12). Belongs to the thread of its
/// call.
final class Dialog {
  private static final int MOST_ROUTES = 10;

  private final Line line;
  private final Wire wire;
  private Parties parties;
  private SipURI target;
  private List<Address> routes = List.of();
  private long localSequence;
  private long remoteSequence = -1;
  private Peer peer;
  private @Nullable Request lastAck;

  /// Of a call that we make.
  Dialog(Line line, Wire wire, Parties parties, SipURI target) {
    this.line = line;
    this.wire = wire;
    this.parties = parties;
    this.target = target;
    peer = line.peer();
  }

  /// Of a call that came in.
  static Dialog of(Line line, Wire wire, Request invite, String localTag) {
    var from = (FromHeader) invite.getHeader(FromHeader.NAME);
    var to = (ToHeader) invite.getHeader(ToHeader.NAME);
    var parties =
        new Parties(
            Headers.callId(invite), to.getAddress(), localTag, from.getAddress(), from.getTag());
    var contact = Headers.contact(invite);
    var dialog =
        new Dialog(
            line, wire, parties, contact == null ? wire.uri("unknown", wire.host()) : contact);
    dialog.routes = recorded(invite);
    dialog.remoteSequence = Headers.sequence(invite);
    dialog.findPeer();
    return dialog;
  }

  Login login() {
    return line.login();
  }

  Line line() {
    return line;
  }

  String callId() {
    return parties.callId();
  }

  String localTag() {
    return parties.localTag();
  }

  boolean isWith(@Nullable String remoteTag) {
    return remoteTag != null && remoteTag.equals(parties.remoteTag());
  }

  /// The answer to our INVITE settles who it is that we speak with; another one that answers gets a
  /// dialog of its own.
  Dialog confirmedBy(Response response) {
    var to = (ToHeader) response.getHeader(ToHeader.NAME);
    var confirmed = new Dialog(line, wire, parties.with(to.getTag()), target);
    confirmed.localSequence = localSequence;
    var recorded = new ArrayList<>(recorded(response));
    Collections.reverse(recorded);
    confirmed.routes = recorded;
    confirmed.learnTarget(response);
    return confirmed;
  }

  /// Takes a new target from a request or an answer within the dialog (section 12.2).
  void learnTarget(Message message) {
    var contact = Headers.contact(message);
    if (contact != null) target = contact;
    findPeer();
  }

  /// Whether a request is newer than all before it.
  boolean isInOrder(Request request) {
    long sequence = Headers.sequence(request);
    if (sequence <= remoteSequence) return false;
    remoteSequence = sequence;
    return true;
  }

  /// The next request of ours, with routes, contact and what the other side wants to see of our
  /// password.
  Request request(String method) {
    localSequence++;
    var request = wire.request(method, target, parties, localSequence, peer);
    route(request);
    wire.contact(request, line.contact(wire));
    line.login().sign(request, wire);
    return request;
  }

  /// Confirms a 2xx, and is kept to do so again when the 2xx is repeated (section 13.2.2.4).
  void acknowledge(Response response, @Nullable String sdp) throws SipException {
    var ack = wire.request(Request.ACK, target, parties, Headers.sequence(response), peer);
    route(ack);
    if (sdp != null) wire.body(ack, Headers.SDP, sdp);
    lastAck = ack;
    wire.sendOnce(ack);
  }

  /// True when this 2xx has been confirmed before; it is confirmed again.
  boolean acknowledgeAgain(Response response) {
    var ack = lastAck;
    if (ack == null
        || !isWith(Headers.toTag(response))
        || Headers.sequence(ack) != Headers.sequence(response)) return false;
    try {
      var again = (Request) ack.clone();
      ((SIPMessage) again).setApplicationData(peer.hop());
      wire.sendOnce(again);
    } catch (SipException _) {
      return true; // the other side repeats its 2xx once more
    }
    return true;
  }

  private void route(Request request) {
    for (var route : routes) wire.add(request, "Route", route.toString());
  }

  /// Requests go to the first proxy that asked for them, else to the other end; but only where the
  /// line allows, else to where the line is.
  private void findPeer() {
    var uri = routes.isEmpty() ? target : (SipURI) routes.getFirst().getURI();
    peer = line.peerFor(uri);
  }

  private static List<Address> recorded(Message message) {
    var found = new ArrayList<Address>();
    ListIterator<?> all = message.getHeaders(RecordRouteHeader.NAME);
    while (all.hasNext() && found.size() < MOST_ROUTES) {
      if (all.next() instanceof RecordRouteHeader route
          && route.getAddress().getURI() instanceof SipURI) found.add(route.getAddress());
    }
    return found;
  }
}
