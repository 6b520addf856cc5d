package org.hiwar.voice.sip.jain;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hiwar.voice.sip.SipCount;
import org.hiwar.voice.sip.SipLimits;
import org.hiwar.voice.sip.Transport;
import org.jspecify.annotations.Nullable;

/// Registers the configured phones (RFC 3261 section 10.3). A request without an answer to a
/// challenge costs no memory; one with an answer is looked at on a thread of its own, so many at a
/// time.
final class Registrar {
  private static final int AT_A_TIME = 100;
  private static final Duration SHORTEST = Duration.ofSeconds(60);

  private final Wire wire;
  private final Bindings bindings;
  private final Authentication authentication;
  private final SipLimits limits;
  private final Counts counts;
  private final Clock clock;
  private final Semaphore room = new Semaphore(AT_A_TIME);

  Registrar(Office office, Bindings bindings, Authentication authentication, Clock clock) {
    wire = office.wire();
    limits = office.limits();
    counts = office.counts();
    this.bindings = bindings;
    this.authentication = authentication;
    this.clock = clock;
  }

  /// Called on a thread of the library.
  void arrived(Request request, InetSocketAddress source, Transport transport) throws SipException {
    if (Headers.values(request, AuthorizationHeader.NAME).isEmpty()) {
      wire.respondOnce(challenge(request, new Authentication.Asked(false)));
      return;
    }
    if (!room.tryAcquire()) {
      counts.add(SipCount.TOO_MANY_REGISTERS);
      return;
    }
    var transaction = wire.transaction(request);
    var peer = new Peer(source.getAddress(), source.getPort(), transport);
    Thread.ofVirtual().name("sip-register").start(() -> look(request, transaction, peer));
  }

  private void look(Request request, ServerTransaction transaction, Peer peer) {
    try {
      wire.respond(transaction, answer(request, peer));
    } catch (RuntimeException _) {
      counts.add(SipCount.FAULT);
      wire.respond(transaction, request, Response.SERVER_INTERNAL_ERROR);
    } finally {
      room.release();
    }
  }

  private Response answer(Request request, Peer peer) {
    return switch (authentication.check(request)) {
      case Authentication.Asked asked -> challenge(request, asked);
      case Authentication.Known(var account) ->
          isFor(request, account.user())
              ? bind(request, account.user(), peer)
              : wire.response(request, Response.FORBIDDEN);
    };
  }

  private Response challenge(Request request, Authentication.Asked asked) {
    var response = wire.response(request, Response.UNAUTHORIZED);
    authentication.challenge(response, asked, wire);
    return response;
  }

  /// Nobody registers for another.
  private static boolean isFor(Request request, String user) {
    var to = (ToHeader) request.getHeader(ToHeader.NAME);
    return to.getAddress().getURI() instanceof SipURI uri && user.equals(uri.getUser());
  }

  private Response bind(Request request, String user, Peer peer) {
    var contact =
        request.getHeader(ContactHeader.NAME) instanceof ContactHeader header ? header : null;
    if (contact == null) return current(request, user);
    var seconds = seconds(request, contact);
    if (seconds == 0) {
      bindings.unbind(user);
      return current(request, user);
    }
    if (!(contact.getAddress() != null && contact.getAddress().getURI() instanceof SipURI uri))
      return wire.response(request, Response.BAD_REQUEST);
    if (seconds < SHORTEST.toSeconds()) {
      var response = wire.response(request, Response.INTERVAL_TOO_BRIEF);
      wire.add(response, "Min-Expires", Long.toString(SHORTEST.toSeconds()));
      return response;
    }
    var until =
        clock.instant().plusSeconds(Math.min(seconds, limits.phoneRegistration().toSeconds()));
    var binding =
        new Bindings.Binding(
            user, uri, peer, until, Headers.callId(request), Headers.sequence(request));
    return bindings.bind(binding)
        ? current(request, user)
        : wire.response(request, Response.SERVER_INTERNAL_ERROR);
  }

  /// In the contact, else in a header of its own, else as long as we allow.
  private long seconds(Request request, ContactHeader contact) {
    if (contact.getExpires() >= 0) return contact.getExpires();
    var header = Headers.value(request, "Expires");
    return header != null && header.matches("\\d{1,9}")
        ? Long.parseLong(header)
        : limits.phoneRegistration().toSeconds();
  }

  private Response current(Request request, String user) {
    var response = wire.response(request, Response.OK);
    var binding = bindings.of(user);
    if (binding != null) wire.add(response, "Contact", written(binding));
    return response;
  }

  private String written(Bindings.Binding binding) {
    long left = Duration.between(clock.instant(), binding.until()).toSeconds();
    return "<" + binding.contact() + ">;expires=" + Math.max(left, 1);
  }

  /// The binding of the phone that a request comes from; null when it is none.
  Bindings.@Nullable Binding at(InetSocketAddress source) {
    return bindings.at(source);
  }
}
