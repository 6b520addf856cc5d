package org.hiwar.bench.contacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.hiwar.bench.Sheet;

/// Everything that is measured of contacts, on one Hiwar with one set of them. Its data is made for
/// the run and goes with it. A part that fails says so on its sheet, and the next one is begun.
public final class ContactsBench {
  private final ContactsSize size;
  private final Map<ContactsPart, Sheet> sheets = new EnumMap<>(ContactsPart.class);

  public ContactsBench(ContactsSize size) {
    this.size = size;
  }

  public void wanted(ContactsPart part, Sheet sheet) {
    sheets.put(part, sheet);
  }

  /// Whether all that was wanted was measured.
  public boolean run() throws IOException {
    try {
      requireRoom();
      try (var place = new ContactsPlace(size)) {
        place.fill();
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
    if (free < bytes())
      throw new IOException(
          "%,d contacts need %,d MB on the disk of %s; %,d MB are free"
              .formatted(
                  size.contacts(), bytes() / 1_000_000, folder.toAbsolutePath(), free / 1_000_000));
  }

  /// With an import there are as many again, and their tables once more beside them.
  private long bytes() {
    return size.bytes() * (sheets.containsKey(ContactsPart.IMPORT) ? 3 : 1);
  }

  private void measure(ContactsPart part, Sheet sheet, ContactsPlace place) throws IOException {
    try {
      switch (part) {
        case FIND -> new FindBench(place, size).run(sheet);
        case CALLER -> new CallerBench(place, size).run(sheet);
        case HISTORY -> new HistoryBench(place, size).run(sheet);
        case IMPORT -> new ImportBench(place, size).run(sheet);
      }
    } catch (Exception e) {
      sheet.missing(part.name(), e);
      System.err.println("The server has said:\n" + place.hiwar.said());
    }
  }
}
