package org.hiwar.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.hiwar.platform.table.BrokenFile.Fault;
import org.junit.jupiter.api.Test;

class CsvReaderTest {
  private static final int LONGEST = 10_000;
  private static final String[] ENDS = {"\n", "\r\n", "\r"};
  private static final String LETTERS = "aب\"',;\t|\n\r 0٩";

  @Test
  void whateverIsWrittenAfterTheRfcIsReadAsItWas() throws IOException {
    for (long seed = 0; seed < 2_000; seed++) {
      var random = new Random(seed);
      char separator = Separators.ALL.charAt(random.nextInt(Separators.ALL.length()));
      var table = table(random);
      var end = ENDS[random.nextInt(ENDS.length)];
      var text =
          table.stream()
              .map(row -> row.stream().map(CsvReaderTest::quoted).collect(joining(separator)))
              .collect(Collectors.joining(end));
      assertThat(read(text, separator)).as("seed %d", seed).isEqualTo(table);
    }
  }

  @Test
  void whatNeedsNoQuotationMarksIsReadWithoutThem() throws IOException {
    assertThat(read("a,b\r\n\r\n c ,\"d\"\"e\",\nf\"g,h\n", ','))
        .containsExactly(List.of("a", "b"), List.of(" c ", "d\"e", ""), List.of("f\"g", "h"));
  }

  @Test
  void aRowSaysInWhichLineItBegins() throws IOException {
    var rows = reader(new StringReader("a\r\n\"b\r\nb\"\r\n\r\nc"), ',');
    assertThat(List.of(line(rows), line(rows), line(rows))).containsExactly(1L, 2L, 5L);
    assertThat(rows.next()).isNull();
  }

  @Test
  void textBehindAClosingMarkIsToldAndTheNextRowIsRead() throws IOException {
    var rows = reader(new StringReader("\"a\"b,c\nd,e"), ',');
    var wrong = rows.next();
    assertThat(wrong).isNotNull().matches(row -> !row.wellQuoted());
    assertThat(rows.next()).isNotNull().matches(CsvRow::wellQuoted);
  }

  @Test
  void aMarkThatIsNeverClosedIsFoundWithinTheLongestRow() {
    assertBroken("a\n\"b\nc", Fault.QUOTE_OPEN, 2);
    assertBroken("a\n\"" + "b\n".repeat(LONGEST), Fault.ROW_TOO_LONG, 2);
    assertBroken(",".repeat(300), Fault.TOO_MANY_COLUMNS, 1);
  }

  private static void assertBroken(String text, Fault fault, long line) {
    assertThatThrownBy(() -> read(text, ','))
        .isInstanceOfSatisfying(
            BrokenFile.class,
            broken -> {
              assertThat(broken.fault()).isEqualTo(fault);
              assertThat(broken.line()).isEqualTo(line);
            });
  }

  private static List<List<String>> table(Random random) {
    var rows = new ArrayList<List<String>>();
    int width = 2 + random.nextInt(4);
    for (int row = random.nextInt(6); row >= 0; row--) {
      var values = new ArrayList<String>();
      for (int at = 0; at < width; at++) values.add(value(random));
      rows.add(values);
    }
    return rows;
  }

  /// Line ends within a value are read as line feeds: they come out as they went in only so.
  private static String value(Random random) {
    var value = new StringBuilder();
    for (int length = random.nextInt(8); length > 0; length--)
      value.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    return value.toString().replace("\r", "");
  }

  private static String quoted(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }

  private static Collector<CharSequence, ?, String> joining(char separator) {
    return Collectors.joining(String.valueOf(separator));
  }

  private static List<List<String>> read(String text, char separator) throws IOException {
    var rows = new ArrayList<List<String>>();
    var reader = reader(new StringReader(text), separator);
    for (var row = reader.next(); row != null; row = reader.next()) rows.add(row.values());
    return rows;
  }

  private static long line(CsvReader rows) throws IOException {
    var row = rows.next();
    return row == null ? 0 : row.line();
  }

  private static CsvReader reader(Reader text, char separator) {
    return new CsvReader(text, separator, LONGEST, 200);
  }
}
