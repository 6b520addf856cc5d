package org.hiwar.bench.channels;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.hiwar.bench.Sheet;

/// Everything that is measured of channels, on one Hiwar; the sanitiser without it. Its data is
/// made for the run and goes with it. A part that fails says so on its sheet, and the next one is
/// begun.
public final class ChannelsBench {
  private final ChannelsSize size;
  private final Map<ChannelsPart, Sheet> sheets = new EnumMap<>(ChannelsPart.class);

  public ChannelsBench(ChannelsSize size) {
    this.size = size;
  }

  public void wanted(ChannelsPart part, Sheet sheet) {
    sheets.put(part, sheet);
  }

  /// Whether all that was wanted was measured.
  public boolean run() throws IOException {
    var served = new EnumMap<>(sheets);
    var sanitiser = served.remove(ChannelsPart.SANITISER);
    if (!served.isEmpty()) run(served);
    if (sanitiser != null)
      try {
        new SanitiserBench(size).run(sanitiser);
      } catch (Exception e) {
        sanitiser.missing("SANITISER", e);
      }
    boolean whole = true;
    for (var sheet : sheets.values()) whole &= sheet.finish();
    return whole;
  }

  private void run(Map<ChannelsPart, Sheet> served) throws IOException {
    try (var place = new ChannelsPlace(size)) {
      for (var wanted : served.entrySet()) measure(wanted.getKey(), wanted.getValue(), place);
    } catch (Exception e) {
      for (var sheet : served.values()) sheet.missing("Hiwar's start or end", e);
    }
  }

  private void measure(ChannelsPart part, Sheet sheet, ChannelsPlace place) throws IOException {
    try {
      switch (part) {
        case ARRIVALS -> new ArrivalsBench(place, size).run(sheet);
        case MAILS -> new MailsBench(place, size).run(sheet);
        case RECOGNITION -> new RecognitionBench(place, size).run(sheet);
        case SANITISER -> throw new IllegalArgumentException("needs no Hiwar");
      }
    } catch (Exception e) {
      sheet.missing(part.name(), e);
      System.err.println("The server has said:\n" + place.hiwar.said());
    }
  }
}
