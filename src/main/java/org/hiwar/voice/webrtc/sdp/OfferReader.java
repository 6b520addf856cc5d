package org.hiwar.voice.webrtc.sdp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.sdp.Direction;
import org.hiwar.voice.webrtc.dtls.Fingerprint;
import org.hiwar.voice.webrtc.ice.IceCredentials;

/// Reads a browser's offer strictly: what is not as browsers write it is refused in a sentence.
public final class OfferReader {
  private static final Pattern AUDIO =
      Pattern.compile("m=audio \\d{1,5} UDP/TLS/RTP/SAVPF(( \\d{1,3}){1,40})");
  private static final Pattern MID = Pattern.compile("[!-~&&[^:]]{1,32}");
  private static final Pattern TELEPHONE_EVENT =
      Pattern.compile("(\\d{1,3}) telephone-event/8000", Pattern.CASE_INSENSITIVE);
  private static final Set<String> MAY_BE_CLIENT = Set.of("actpass", "active");
  private static final String SHA_256 = "sha-256 ";

  private final SdpLines lines;

  private OfferReader(SdpLines lines) {
    this.lines = lines;
  }

  public static OfferReading read(String text) {
    try {
      return new OfferReading.Understood(new OfferReader(SdpLines.read(text)).offer());
    } catch (BadOffer e) {
      return new OfferReading.Refused(e.sentence());
    }
  }

  private Offer offer() throws BadOffer {
    var types = payloadTypes();
    if (!lines.has("rtcp-mux")) throw new BadOffer("The offer has no rtcp-mux.");
    checkSetup();
    return new Offer(
        mid(), fragment(), fingerprint(), direction(), payloads(types), hasBothLaws(types));
  }

  private List<Integer> payloadTypes() throws BadOffer {
    var audio = AUDIO.matcher(lines.media().getFirst());
    if (!audio.matches())
      throw new BadOffer("The section of the offer is not audio over UDP/TLS/RTP/SAVPF.");
    var types = Arrays.stream(audio.group(1).strip().split(" ")).map(Integer::valueOf).toList();
    if (types.stream().anyMatch(type -> type > 127))
      throw new BadOffer("A payload type of the offer is above 127.");
    return types;
  }

  private String mid() throws BadOffer {
    var mid = lines.only("mid").filter(name -> MID.matcher(name).matches());
    var name = mid.orElseThrow(() -> new BadOffer("The offer names no mid."));
    boolean bundled =
        lines
            .all("group")
            .anyMatch(group -> List.of(group.split(" ")).equals(List.of("BUNDLE", name)));
    if (!bundled) throw new BadOffer("The offer does not bundle its section.");
    return name;
  }

  private String fragment() throws BadOffer {
    if (lines.only("ice-pwd").filter(OfferReader::isPassword).isEmpty())
      throw new BadOffer("The offer has no proper ice-pwd.");
    return lines
        .only("ice-ufrag")
        .filter(fragment -> IceCredentials.FRAGMENT.matcher(fragment).matches())
        .orElseThrow(() -> new BadOffer("The offer has no proper ice-ufrag."));
  }

  private static boolean isPassword(String text) {
    return IceCredentials.PASSWORD.matcher(text).matches();
  }

  private Fingerprint fingerprint() throws BadOffer {
    var all = lines.all("fingerprint").distinct().toList();
    if (all.isEmpty()) throw new BadOffer("The offer has no fingerprint.");
    var usable =
        all.stream().filter(one -> one.toLowerCase(Locale.ROOT).startsWith(SHA_256)).toList();
    if (usable.isEmpty())
      throw new BadOffer("The offer has no fingerprint by SHA-256, which is the only hash taken.");
    if (usable.size() > 1) throw new BadOffer("The offer has several fingerprints by SHA-256.");
    return Fingerprint.read(usable.getFirst().substring(SHA_256.length()).strip())
        .orElseThrow(() -> new BadOffer("The fingerprint of the offer is no SHA-256."));
  }

  private void checkSetup() throws BadOffer {
    if (lines.only("setup").filter(MAY_BE_CLIENT::contains).isEmpty())
      throw new BadOffer("The offer does not let the browser begin the DTLS handshake.");
  }

  private Direction direction() throws BadOffer {
    var found =
        lines.media().stream()
            .filter(line -> line.startsWith("a="))
            .flatMap(line -> Stream.ofNullable(Direction.of(line.substring(2))))
            .toList();
    if (found.size() > 1) throw new BadOffer("The offer has more than one direction.");
    return found.isEmpty() ? Direction.SENDRECV : found.getFirst();
  }

  private Payloads payloads(List<Integer> types) throws BadOffer {
    if (!types.contains(Payloads.PCMU) && !types.contains(Payloads.PCMA))
      throw new BadOffer("The offer has neither PCMU nor PCMA.");
    int audio = types.contains(Payloads.PCMU) ? Payloads.PCMU : Payloads.PCMA;
    return new Payloads(audio, telephoneEvent(types));
  }

  private int telephoneEvent(List<Integer> types) {
    return lines
        .all("rtpmap")
        .map(TELEPHONE_EVENT::matcher)
        .filter(map -> map.matches())
        .map(map -> Integer.valueOf(map.group(1)))
        .filter(type -> type >= 96 && types.contains(type))
        .findFirst()
        .orElse(Payloads.NONE);
  }

  private static boolean hasBothLaws(List<Integer> types) {
    return types.containsAll(List.of(Payloads.PCMU, Payloads.PCMA));
  }
}
