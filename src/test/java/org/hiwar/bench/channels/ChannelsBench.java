package org.hiwar.bench.channels;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.hiwar.bench.Sheet;

/// Everything that is measured of channels, on one Hiwar. Its data is made for the run and goes
/// with it. A part that fails says so on its sheet, and the next one is begun.
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
    try (var place = new ChannelsPlace(size)) {
      for (var wanted : sheets.entrySet()) measure(wanted.getKey(), wanted.getValue(), place);
    } catch (Exception e) {
      for (var sheet : sheets.values()) sheet.missing("Hiwar's start or end", e);
    }
    boolean whole = true;
    for (var sheet : sheets.values()) whole &= sheet.finish();
    return whole;
  }

  private void measure(ChannelsPart part, Sheet sheet, ChannelsPlace place) throws IOException {
    try {
      switch (part) {
        case ARRIVALS -> new ArrivalsBench(place, size).run(sheet);
        case MAILS -> new MailsBench(place, size).run(sheet);
        case RECOGNITION -> new RecognitionBench(place, size).run(sheet);
        case SANITISER -> new SanitiserBench(size).run(sheet);
      }
    } catch (Exception e) {
      sheet.missing(part.name(), e);
      System.err.println("The server has said:\n" + place.hiwar.said());
    }
  }
}
