package org.hiwar.voice.webrtc.sdp;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The lines of an offer: those of the session, and those of its only section.
///
/// @param session from `v=` to the first `m=`
/// @param media from `m=` on
record SdpLines(List<String> session, List<String> media) {
  private static final Pattern LINE = Pattern.compile("[a-z]=[^\\p{Cntrl}]*");
  private static final String SECTION = "m=";

  static SdpLines read(String text) throws BadOffer {
    if (text.length() > SdpLimits.CHARACTERS) throw new BadOffer("The offer is too long.");
    var lines = List.of(text.stripTrailing().split("\r?\n", SdpLimits.LINES + 1));
    if (lines.size() > SdpLimits.LINES) throw new BadOffer("The offer has too many lines.");
    for (var line : lines) check(line);
    if (!lines.getFirst().equals("v=0")) throw new BadOffer("The offer does not begin with v=0.");
    if (lines.stream().filter(line -> line.startsWith(SECTION)).count() != 1)
      throw new BadOffer("The offer must have one section, of audio.");
    int at = sectionAt(lines);
    return new SdpLines(lines.subList(0, at), lines.subList(at, lines.size()));
  }

  private static void check(String line) throws BadOffer {
    if (line.length() > SdpLimits.LINE_CHARACTERS)
      throw new BadOffer("A line of the offer is too long.");
    if (!LINE.matcher(line).matches()) throw new BadOffer("A line of the offer is no SDP.");
  }

  private static int sectionAt(List<String> lines) {
    int at = 0;
    while (!lines.get(at).startsWith(SECTION)) at++;
    return at;
  }

  /// Whether the section has this attribute without a value.
  boolean has(String attribute) {
    return media.contains("a=" + attribute);
  }

  /// Of the section, else of the session; refused when there are two.
  Optional<String> only(String attribute) throws BadOffer {
    var found = values(media, attribute).toList();
    if (found.isEmpty()) found = values(session, attribute).toList();
    if (found.size() > 1) throw new BadOffer("The offer has more than one " + attribute + ".");
    return found.stream().findFirst();
  }

  /// Of section and session.
  Stream<String> all(String attribute) {
    return Stream.concat(values(media, attribute), values(session, attribute));
  }

  private static Stream<String> values(List<String> lines, String attribute) {
    var prefix = "a=" + attribute + ":";
    return lines.stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip());
  }
}
