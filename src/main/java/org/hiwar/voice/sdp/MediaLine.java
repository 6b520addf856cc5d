package org.hiwar.voice.sdp;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.sdp.RemoteAudio.DeclinedMedia;
import org.jspecify.annotations.Nullable;

/// One m-line and what is written below it (RFC 8866 section 5.14).
final class MediaLine {
  private static final int USUAL_PTIME_MS = 20;
  private static final int LONGEST_PTIME_MS = 200;
  private static final Pattern BLANKS = Pattern.compile(" +");
  private static final Pattern PCMU = Pattern.compile("pcmu/8000(/1)?");
  private static final Pattern PCMA = Pattern.compile("pcma/8000(/1)?");

  private final String kind;
  private final int port;
  private final String protocol;
  private final List<String> formats;
  private final Set<Integer> reassigned = new HashSet<>();
  private @Nullable InetAddress address;
  private @Nullable Direction direction;
  private int telephoneEvent = Payloads.NONE;
  private int ptimeMs = USUAL_PTIME_MS;

  MediaLine(String value) {
    var words = value.split(" ", SdpLimits.FORMATS + 5);
    if (words.length < 4) throw new NotSdp("a media line is too short");
    if (words.length > SdpLimits.FORMATS + 3) throw new NotSdp("a media line is too long");
    kind = Values.token(words[0]);
    port = Values.number(words[1].split("/", 2)[0], 65_535, "a port");
    protocol = Values.token(words[2]);
    formats = List.of(words).subList(3, words.length).stream().map(Values::token).toList();
  }

  boolean isPlainAudio() {
    return kind.equals("audio") && protocol.equals("RTP/AVP") && port != 0;
  }

  void address(InetAddress given) {
    address = given;
  }

  @Nullable InetAddress address() {
    return address;
  }

  void attribute(String value, @Nullable Direction given) {
    if (given != null) direction = given;
    else if (value.startsWith("rtpmap:")) map(value.substring(7).strip());
    else if (value.startsWith("ptime:")) ptime(value.substring(6).strip());
  }

  /// Payload types that are ours by number (RFC 3551) or mapped to telephone events. The fixed
  /// numbers need no map; whoever maps one to something else means that.
  private void map(String value) {
    var parts = BLANKS.split(value, 2);
    if (parts.length != 2) throw new NotSdp("an rtpmap is too short");
    int type = Values.number(parts[0], 127, "a payload type");
    var encoding = parts[1].toLowerCase(Locale.ROOT);
    if (encoding.equals("telephone-event/8000")) {
      if (telephoneEvent == Payloads.NONE && formats.contains(parts[0])) telephoneEvent = type;
    } else if ((type == Payloads.PCMU && !PCMU.matcher(encoding).matches())
        || (type == Payloads.PCMA && !PCMA.matcher(encoding).matches())) {
      reassigned.add(type);
    }
  }

  private void ptime(String value) {
    int asked = Values.number(value.split("\\.", 2)[0], 65_535, "a ptime");
    if (asked > 0) ptimeMs = Math.min(asked, LONGEST_PTIME_MS);
  }

  List<Integer> codecs() {
    var known = new ArrayList<Integer>();
    for (var format : formats) {
      var type =
          switch (format) {
            case "0" -> Payloads.PCMU;
            case "8" -> Payloads.PCMA;
            default -> Payloads.NONE;
          };
      if (type != Payloads.NONE && !reassigned.contains(type) && !known.contains(type))
        known.add(type);
    }
    return known;
  }

  DeclinedMedia declined() {
    return new DeclinedMedia(kind, protocol, formats.getFirst());
  }

  RemoteAudio with(
      InetAddress where,
      Direction ofSession,
      List<DeclinedMedia> before,
      List<DeclinedMedia> after) {
    return new RemoteAudio(
        where,
        port,
        codecs(),
        telephoneEvent,
        direction == null ? ofSession : direction,
        ptimeMs,
        before,
        after);
  }
}
