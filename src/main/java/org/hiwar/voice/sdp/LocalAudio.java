package org.hiwar.voice.sdp;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.sdp.RemoteAudio.DeclinedMedia;

/// Our end of a call's audio, from which offers and answers are written. Always our own words,
/// below the size at which UDP falls into fragments.
///
/// @param address where we receive, as the other side can reach it
/// @param session the same number through the life of a dialog, not guessable from others
/// @param version grows with every description that differs from the last
public record LocalAudio(
    InetAddress address, int port, long session, long version, Direction direction) {
  private static final int OUR_TELEPHONE_EVENT = 101;

  public LocalAudio {
    if (port < 1 || port > 65_535 || address.isAnyLocalAddress())
      throw new IllegalArgumentException("nobody can send to " + address + " port " + port);
    if (session < 0 || version < 0) throw new IllegalArgumentException("a negative session");
  }

  /// The next description of the same dialog, for instance to hold or to retrieve.
  public LocalAudio next(Direction wanted) {
    return new LocalAudio(address, port, session, version + 1, wanted);
  }

  /// Written for the other side to choose from.
  ///
  /// @param codecs payload types in our order of preference
  public String offer(List<Integer> codecs) {
    return written(codecs, OUR_TELEPHONE_EVENT, List.of(), List.of());
  }

  /// Takes of the offer what its writer likes best, and flows no way that the offer did not allow
  /// (RFC 3264 section 6.1).
  public String answer(RemoteAudio offer) {
    var agreed = offer.payloads();
    return new LocalAudio(address, port, session, version, allowedBy(offer.direction().mirrored()))
        .written(List.of(agreed.audio()), agreed.telephoneEvent(), offer.before(), offer.after());
  }

  private Direction allowedBy(Direction limit) {
    boolean send = sends(direction) && sends(limit);
    boolean receive = receives(direction) && receives(limit);
    if (send) return receive ? Direction.SENDRECV : Direction.SENDONLY;
    return receive ? Direction.RECVONLY : Direction.INACTIVE;
  }

  private static boolean sends(Direction some) {
    return some == Direction.SENDRECV || some == Direction.SENDONLY;
  }

  private static boolean receives(Direction some) {
    return some == Direction.SENDRECV || some == Direction.RECVONLY;
  }

  private String written(
      List<Integer> codecs,
      int telephoneEvent,
      List<DeclinedMedia> before,
      List<DeclinedMedia> after) {
    var kind = address.getAddress().length == 4 ? "IP4 " : "IP6 ";
    var host = kind + address.getHostAddress();
    var text = new StringBuilder(400);
    text.append("v=0\r\no=- ").append(session).append(' ').append(version);
    text.append(" IN ").append(host).append("\r\ns=-\r\nc=IN ").append(host);
    text.append("\r\nt=0 0\r\n");
    before.forEach(line -> decline(line, text));
    audio(codecs, telephoneEvent, text);
    after.forEach(line -> decline(line, text));
    if (text.toString().getBytes(StandardCharsets.UTF_8).length > SdpLimits.WRITTEN_BYTES)
      throw new IllegalStateException("a description of ours is too long");
    return text.toString();
  }

  private void audio(List<Integer> codecs, int telephoneEvent, StringBuilder text) {
    text.append("m=audio ").append(port).append(" RTP/AVP");
    codecs.forEach(codec -> text.append(' ').append(codec));
    if (telephoneEvent != Payloads.NONE) text.append(' ').append(telephoneEvent);
    text.append("\r\n");
    for (int codec : codecs)
      text.append("a=rtpmap:").append(codec).append(' ').append(name(codec)).append("/8000\r\n");
    if (telephoneEvent != Payloads.NONE)
      text.append("a=rtpmap:")
          .append(telephoneEvent)
          .append(" telephone-event/8000\r\na=fmtp:")
          .append(telephoneEvent)
          .append(" 0-16\r\n");
    text.append("a=ptime:20\r\na=").append(direction.attribute()).append("\r\n");
  }

  private static String name(int codec) {
    return switch (codec) {
      case Payloads.PCMU -> "PCMU";
      case Payloads.PCMA -> "PCMA";
      default -> throw new IllegalArgumentException("payload type " + codec);
    };
  }

  private static void decline(DeclinedMedia line, StringBuilder text) {
    text.append("m=").append(line.kind()).append(" 0 ").append(line.protocol()).append(' ');
    text.append(line.format()).append("\r\n");
  }
}
