package org.hiwar.voice.sip.jain;

import javax.sip.address.Address;
import javax.sip.address.SipURI;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.Trunk;
import org.jspecify.annotations.Nullable;

/// One place where a call can be tried.
///
/// @param trunk null for a phone
record Route(Line line, SipURI target, Address to, Address from, @Nullable Trunk trunk) {
  static Route over(TrunkLine known, Peer peer, DialString number, Caller caller, Office office) {
    var wire = office.wire();
    var trunk = known.trunk();
    var target = Uris.of(wire, number.text(), trunk.host(), trunk.port());
    return new Route(
        known.line(peer, office.tokens()),
        Uris.over(target, peer.transport()),
        wire.address(wire.uri(number.text(), trunk.host())),
        from(caller, trunk, wire),
        trunk);
  }

  static Route to(Bindings.Binding phone, Line line, Caller caller, Wire wire) {
    var to = wire.address(wire.uri(phone.user(), wire.host()));
    var from = caller instanceof Caller.Number(var number) ? number.text() : "anonymous";
    return new Route(line, phone.contact(), to, wire.address(wire.uri(from, wire.host())), null);
  }

  /// A provider that knows us by a user name finds the account by it when there is no number.
  private static Address from(Caller caller, Trunk trunk, Wire wire) {
    var credentials = trunk.credentials();
    return switch (caller) {
      case Caller.Number(var number) -> wire.address(wire.uri(number.text(), trunk.host()));
      case Caller.Withheld _ -> wire.address(wire.uri("anonymous", "anonymous.invalid"));
      case Caller.Unknown _ ->
          wire.address(wire.uri(credentials == null ? "hiwar" : credentials.user(), trunk.host()));
    };
  }

  /// The same trunk, another number; nothing but the number is taken from what the other side
  /// wrote.
  Route elsewhere(DialString number, Wire wire) {
    var uri = Uris.of(wire, number.text(), target.getHost(), line.peer().port());
    Uris.over(uri, line.peer().transport());
    var elsewhere = wire.address(wire.uri(number.text(), target.getHost()));
    return new Route(line, uri, elsewhere, from, trunk);
  }
}
