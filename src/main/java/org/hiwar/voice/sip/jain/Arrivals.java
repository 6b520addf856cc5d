package org.hiwar.voice.sip.jain;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hiwar.voice.sdp.RemoteAudio;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.IncomingCall.Source;
import org.hiwar.voice.sip.SipCalls;
import org.hiwar.voice.sip.SipCount;
import org.hiwar.voice.sip.Transport;
import org.jspecify.annotations.Nullable;

/// Receives new calls: who sends them, whether there is room, whether they are fit to be told of.
final class Arrivals {
  private final Office office;
  private final TrunkTable trunks;
  private final Bindings bindings;
  private final Authentication authentication;
  private final Rate<Source> rate;
  private final SipCalls calls;

  Arrivals(
      Office office,
      TrunkTable trunks,
      Bindings bindings,
      Authentication authentication,
      SipCalls calls) {
    this.office = office;
    this.trunks = trunks;
    this.bindings = bindings;
    this.authentication = authentication;
    this.calls = calls;
    rate = new Rate<>(office.limits().callsPerSecond(), System::nanoTime);
  }

  /// Called on a thread of the library.
  void invited(Request invite, InetSocketAddress source, Transport transport) throws SipException {
    var line = line(invite, source, transport);
    if (line == null) {
      office.counts().add(SipCount.STRANGER);
      return;
    }
    var transaction = office.wire().transaction(invite);
    if (office.calls().get() >= office.limits().calls() || !rate.allows(line.source())) {
      office.counts().add(SipCount.TOO_MANY_CALLS);
      var response = office.wire().response(invite, Response.SERVICE_UNAVAILABLE);
      office.wire().add(response, "Retry-After", "5");
      office.wire().respond(transaction, response);
      return;
    }
    office.wire().respond(transaction, invite, Response.TRYING);
    var call = new Call(office);
    transaction.setApplicationData(call);
    call.start(() -> begin(call, transaction, line));
  }

  private @Nullable Line line(Request invite, InetSocketAddress source, Transport transport) {
    var peer = new Peer(source.getAddress(), source.getPort(), transport);
    var phone = bindings.at(source);
    if (phone != null)
      return new Line(
          new Source.OfPhone(phone.user()),
          peer,
          Set.of(),
          new Login(null, office.tokens()),
          "hiwar");
    var user = invite.getRequestURI() instanceof SipURI uri ? uri.getUser() : null;
    var trunk = trunks.from(source.getAddress(), user);
    return trunk == null ? null : trunk.line(peer, office.tokens());
  }

  // On the thread of the call
  // ----------------------------------------------------------------------

  private void begin(Call call, ServerTransaction transaction, Line line) {
    var invite = transaction.getRequest();
    var refused = refusal(invite, line, call);
    if (refused != null) {
      office.wire().respond(transaction, refused);
      call.drop();
      return;
    }
    var called = called(invite);
    if (called.isEmpty()) {
      office.wire().respond(transaction, invite, Response.NOT_FOUND);
      call.drop();
      return;
    }
    switch (Audio.in(invite)) {
      case Audio.Unfit(var why) -> {
        office.wire().respond(transaction, invite, why.status());
        call.drop();
      }
      case Audio.There(var audio) -> tell(call, transaction, line, called.get(), audio);
      case Audio.NotThere _ -> tell(call, transaction, line, called.get(), null);
    }
  }

  private void tell(
      Call call,
      ServerTransaction transaction,
      Line line,
      DialString called,
      @Nullable RemoteAudio offer) {
    var localTag = office.tokens().word();
    call.knownBy(localTag);
    call.become(new Invited(call, transaction, line, localTag, offer == null));
    var caller = caller(transaction.getRequest(), line);
    var incoming = new Incoming(call, line.source(), caller, called, offer);
    call.listener(calls.incoming(incoming));
  }

  /// A phone is who it registered as, whatever number it writes.
  private static Caller caller(Request invite, Line line) {
    return switch (line.source()) {
      case Source.OfTrunk _ -> CallerReader.of(invite);
      case Source.OfPhone _ -> new Caller.Unknown();
    };
  }

  /// Null when nothing stands against it.
  private @Nullable Response refusal(Request invite, Line line, Call call) {
    if (!(invite.getRequestURI() instanceof SipURI))
      return office.wire().response(invite, Response.UNSUPPORTED_URI_SCHEME);
    if (Headers.value(invite, "Require") != null) return unsupported(invite);
    if (line.source() instanceof Source.OfPhone(var user)) {
      var challenge = challenge(invite, user);
      if (challenge != null) return challenge;
    }
    var key =
        new Registry.Invite(
            Headers.callId(invite), Headers.fromTag(invite), Headers.sequence(invite));
    return call.knownBy(key) ? null : office.wire().response(invite, Response.LOOP_DETECTED);
  }

  /// What the other side insists on we cannot do, whatever it is (RFC 3261 section 8.2.2.3).
  private Response unsupported(Request invite) {
    var response = office.wire().response(invite, Response.BAD_EXTENSION);
    for (var name : Headers.values(invite, "Require"))
      if (name.matches("[A-Za-z0-9.-]{1,40}")) office.wire().add(response, "Unsupported", name);
    return response;
  }

  /// A phone proves with every call that it is who registered there.
  private @Nullable Response challenge(Request invite, String user) {
    return switch (authentication.check(invite)) {
      case Authentication.Known(var account) ->
          account.user().equals(user) ? null : office.wire().response(invite, Response.FORBIDDEN);
      case Authentication.Asked asked -> {
        var response = office.wire().response(invite, Response.UNAUTHORIZED);
        authentication.challenge(response, asked, office.wire());
        yield response;
      }
    };
  }

  /// The request says where it is to go now, To what was dialled in the beginning; a provider that
  /// we registered with puts the name of our line into the first.
  private static Optional<DialString> called(Request invite) {
    var to = ((ToHeader) invite.getHeader(ToHeader.NAME)).getAddress().getURI();
    return Headers.dialled(invite.getRequestURI()).or(() -> Headers.dialled(to));
  }
}
