package org.hiwar.voice.sdp;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.hiwar.voice.sdp.SdpReading.Malformed;
import org.hiwar.voice.sdp.SdpReading.Read;
import org.hiwar.voice.sdp.SdpReading.Unusable;
import org.jspecify.annotations.Nullable;

/// Reads a description line by line (RFC 8866 section 5). Takes any bytes and never throws: what is
/// no description is an outcome with its reason.
public final class SdpReader {
  private @Nullable InetAddress sessionAddress;
  private Direction sessionDirection = Direction.SENDRECV;
  private final MediaLines media = new MediaLines();

  private SdpReader() {}

  public static SdpReading read(byte[] body) {
    if (body.length > SdpLimits.BYTES) return new Malformed("it is too long");
    try {
      return new SdpReader().lines(new String(body, StandardCharsets.ISO_8859_1));
    } catch (NotSdp e) {
      return new Malformed(e.why());
    }
  }

  private SdpReading lines(String text) {
    var lines = text.split("\r?\n", SdpLimits.LINES + 2);
    if (lines.length > SdpLimits.LINES) throw new NotSdp("it has too many lines");
    if (!lines[0].equals("v=0")) throw new NotSdp("it does not begin with v=0");
    for (int i = 1; i < lines.length; i++) {
      if (!lines[i].isEmpty()) line(lines[i]);
      else if (i < lines.length - 1) throw new NotSdp("it has an empty line");
    }
    var audio = media.audio();
    if (audio == null) return new Unusable("it offers no plain audio");
    var address = audio.address() == null ? sessionAddress : audio.address();
    if (address == null) throw new NotSdp("it names no address");
    if (audio.codecs().isEmpty()) return new Unusable("it offers neither PCMU nor PCMA");
    return new Read(audio.with(address, sessionDirection, media.before(), media.after()));
  }

  private void line(String line) {
    if (line.length() < 2 || line.charAt(1) != '=' || line.charAt(0) < 'a' || line.charAt(0) > 'z')
      throw new NotSdp("a line is not of the form x=");
    var value = line.substring(2);
    switch (line.charAt(0)) {
      case 'm' -> media.add(value);
      case 'c' -> connection(Values.address(value));
      case 'a' -> attribute(value);
      default -> {} // nothing in it matters to us
    }
  }

  private void connection(InetAddress address) {
    if (media.isEmpty()) sessionAddress = address;
    else media.current().address(address);
  }

  private void attribute(String value) {
    var direction = Direction.of(value);
    if (!media.isEmpty()) media.current().attribute(value, direction);
    else if (direction != null) sessionDirection = direction;
  }
}
