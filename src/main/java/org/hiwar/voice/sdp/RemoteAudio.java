package org.hiwar.voice.sdp;

import java.net.InetAddress;
import java.util.List;
import org.hiwar.voice.media.Payloads;

/// What the other side's description says about audio, reduced to what we use.
///
/// @param address where it wants to receive; the wildcard address asks us not to send at all, which
///     is how telephones of before RFC 3264 put a call on hold
/// @param codecs its payload types that we know, in its order of preference, never empty
/// @param telephoneEvent its type for RFC 4733, or [Payloads#NONE]
/// @param direction as it sees it
/// @param ptimeMs how much audio it wants in a packet, in milliseconds
/// @param before media lines ahead of the audio, each to be declined in an answer
/// @param after media lines behind it
public record RemoteAudio(
    InetAddress address,
    int port,
    List<Integer> codecs,
    int telephoneEvent,
    Direction direction,
    int ptimeMs,
    List<DeclinedMedia> before,
    List<DeclinedMedia> after) {

  public RemoteAudio {
    codecs = List.copyOf(codecs);
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /// Whether the other side has put the call on hold, in any of the three ways of saying so.
  public boolean holds() {
    return address.isAnyLocalAddress()
        || direction == Direction.SENDONLY
        || direction == Direction.INACTIVE;
  }

  /// Of what both can, what the other side likes best.
  public Payloads payloads() {
    return new Payloads(codecs.getFirst(), telephoneEvent);
  }

  /// A media line that an answer repeats with port 0 (RFC 3264 section 6): tokens only, checked
  /// when read.
  public record DeclinedMedia(String kind, String protocol, String format) {}
}
