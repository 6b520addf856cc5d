package org.hiwar.bench.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.hiwar.bench.Sheet;

/// Everything that is measured of calling records, on one Hiwar and one list. Its data is made for
/// the run and goes with it. A part that fails says so on its sheet, and the next one is begun.
public final class RecordsBench {
  private final RecordsSize size;
  private final Map<RecordsPart, Sheet> sheets = new EnumMap<>(RecordsPart.class);

  public RecordsBench(RecordsSize size) {
    this.size = size;
  }

  public void wanted(RecordsPart part, Sheet sheet) {
    sheets.put(part, sheet);
  }

  /// Whether all that was wanted was measured.
  public boolean run() throws IOException {
    try {
      requireRoom();
      try (var place = new RecordsPlace(size)) {
        for (var wanted : sheets.entrySet()) measure(wanted.getKey(), wanted.getValue(), place);
      }
    } catch (Exception e) {
      for (var sheet : sheets.values()) sheet.missing("Hiwar's start or end", e);
    }
    boolean whole = true;
    for (var sheet : sheets.values()) whole &= sheet.finish();
    return whole;
  }

  /// A full disk would end the database, and with it everything that was measured before.
  private void requireRoom() throws IOException {
    var folder = Files.createDirectories(Path.of("target"));
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < size.bytes())
      throw new IOException(
          "%,d records need %,d MB on the disk of %s; %,d MB are free"
              .formatted(
                  size.records(),
                  size.bytes() / 1_000_000,
                  folder.toAbsolutePath(),
                  free / 1_000_000));
  }

  private void measure(RecordsPart part, Sheet sheet, RecordsPlace place) throws IOException {
    try {
      switch (part) {
        case IMPORT -> new ImportBench(place, size).run(sheet);
        case HAND_OUT -> new HandOutFigures(place, size).run(sheet);
        case POP_UP -> new PopUpBench(place, size).run(sheet);
        case REPORTS -> new ReportsBench(place, size).run(sheet);
      }
    } catch (Exception e) {
      sheet.missing(part.name(), e);
      System.err.println("The server has said:\n" + place.hiwar.said());
    }
  }
}
