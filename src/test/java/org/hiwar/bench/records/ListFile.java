package org.hiwar.bench.records;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A list as customers send it, made by a rule: German mobile numbers written in three ways, one in
/// fifty the number of an earlier row, one in a hundred no number, every fourth with a zone.
final class ListFile {
  static final String COLUMNS = "account,mobile,first,last,city,zone";
  private static final int TWICE = 50;
  private static final int BROKEN = 100;
  private static final String[] FIRST = {"Anna", "Samer", "ليلى", "Jürgen", "نور", "Mona"};
  private static final String[] LAST = {"Schmidt", "الحسن", "Meier", "خوري", "Haddad"};
  private static final String[] CITIES = {"Berlin", "دمشق", "Hamburg", "Köln", "حلب", "Aleppo", ""};

  private ListFile() {}

  static void write(Path to, int rows) throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
      file.write(COLUMNS + "\n");
      for (int i = 0; i < rows; i++) file.write(row(i));
    }
  }

  private static String row(int i) {
    int customer = i % TWICE == TWICE - 1 ? i - TWICE / 2 : i;
    var typed = i % BROKEN == 7 ? "0151 call me" : typed(customer);
    return "%d,%s,%s,%s,%s,%s\n"
        .formatted(
            i,
            typed,
            FIRST[i % FIRST.length],
            LAST[i % LAST.length],
            CITIES[i % CITIES.length],
            i % 4 == 0 ? "Europe/Berlin" : "");
  }

  private static String typed(int customer) {
    var digits = "%07d".formatted(customer);
    return switch (customer % 3) {
      case 0 -> "+491512" + digits;
      case 1 -> "01512 " + digits;
      default -> "0049 (1512) " + digits.substring(0, 3) + "-" + digits.substring(3);
    };
  }

  /// As it stands in the list once it is read.
  static String number(int customer) {
    return "+491512" + "%07d".formatted(customer);
  }

  /// How many records the file makes: what is neither broken nor there twice.
  static int records(int rows) {
    int records = 0;
    for (int i = 0; i < rows; i++) if (i % BROKEN != 7 && i % TWICE != TWICE - 1) records++;
    return records;
  }
}
