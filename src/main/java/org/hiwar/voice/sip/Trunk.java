package org.hiwar.voice.sip;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A way to the telephone network.
///
/// @param host of the provider, a name or a literal address; requests go there and are taken from
///     there
/// @param credentials null when the provider knows us by our address
/// @param registers whether we announce with REGISTER where we are
/// @param checked whether it is asked now and then, by OPTIONS, if it is there; some providers mind
/// @param followsRedirects whether a 302 to another number on this same trunk is followed
/// @param alsoFrom further hosts from which the provider sends, and to which answers may send us
public record Trunk(
    TrunkId id,
    String name,
    String host,
    int port,
    Transport transport,
    @Nullable Credentials credentials,
    boolean registers,
    boolean checked,
    boolean followsRedirects,
    List<String> alsoFrom) {

  public Trunk {
    alsoFrom = List.copyOf(alsoFrom);
    if (port < 1 || port > 65_535) throw new IllegalArgumentException("port " + port);
    if (registers && credentials == null)
      throw new IllegalArgumentException("registering needs credentials");
  }
}
