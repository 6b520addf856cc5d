package org.hiwar.campaign.list;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hiwar.campaign.list.file.BrokenFile;
import org.hiwar.campaign.list.file.BrokenFile.Fault;
import org.hiwar.campaign.list.file.CsvReader;
import org.hiwar.campaign.list.file.CsvRow;
import org.hiwar.campaign.list.file.Encodings;
import org.hiwar.campaign.list.file.Separators;
import org.hiwar.campaign.list.file.TableFile;
import org.hiwar.campaign.list.file.TextEncoding;
import org.hiwar.campaign.rule.NumberKind;
import org.jspecify.annotations.Nullable;

/// How the beginning of a file reads, and into which fields of a list its columns seem to belong.
///
/// @param rows the first, without the header
public record FilePreview(
    TextEncoding encoding,
    String separator,
    boolean header,
    List<FileColumn> columns,
    List<List<String>> rows) {

  /// A column of the file.
  ///
  /// @param name from the header; empty when there is none
  /// @param field the number of the list's field, from 1; 0: none of them
  /// @param type what a new field for it would be
  /// @param kind of a new field that is a PHONE
  public record FileColumn(String name, int field, FieldType type, @Nullable NumberKind kind) {}

  /// What is not given is found.
  public static FilePreview of(
      byte[] beginning,
      CallingList list,
      @Nullable TextEncoding encoding,
      @Nullable Character separator,
      @Nullable Boolean header)
      throws BrokenFile {
    var found = encoding == null ? Encodings.ofBeginning(beginning) : encoding;
    var text = TableFile.beginning(beginning, found);
    char between = separator == null ? Separators.of(text) : separator;
    var rows = rows(text, between);
    if (rows.isEmpty()) throw new BrokenFile(Fault.EMPTY, 0);
    boolean named = header == null ? !hasNumber(rows.getFirst(), list) : header;
    var behind = named ? rows.subList(1, rows.size()) : rows;
    var shown = behind.subList(0, Math.min(behind.size(), ListLimits.PREVIEW_ROWS));
    return new FilePreview(
        found,
        String.valueOf(between),
        named,
        columns(named ? rows.getFirst() : List.of(), shown, list),
        shown);
  }

  /// The row at the cut is left out, unless it is the only one.
  private static List<List<String>> rows(String text, char separator) throws BrokenFile {
    var rows = new ArrayList<List<String>>();
    var file = new CsvReader(new StringReader(text), separator, ListLimits.ROW, ListLimits.COLUMNS);
    try {
      for (CsvRow row = file.next();
          row != null && rows.size() < ListLimits.PREVIEW_ROWS + 2;
          row = file.next()) rows.add(row.values());
    } catch (BrokenFile broken) {
      if (rows.isEmpty()) throw broken;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return rows;
  }

  private static boolean hasNumber(List<String> row, CallingList list) {
    return row.stream()
        .anyMatch(value -> NumberReader.read(value, list.region()) instanceof NumberReader.Read);
  }

  private static List<FileColumn> columns(
      List<String> names, List<List<String>> rows, CallingList list) {
    int width = Math.max(names.size(), rows.stream().mapToInt(List::size).max().orElse(0));
    var taken = new HashSet<Integer>();
    var columns = new ArrayList<FileColumn>();
    for (int at = 0; at < width; at++) {
      var name = at < names.size() ? names.get(at).strip() : "";
      columns.add(column(name, values(rows, at), list, taken));
    }
    return columns;
  }

  private static List<String> values(List<List<String>> rows, int at) {
    return rows.stream().filter(row -> at < row.size()).map(row -> row.get(at)).toList();
  }

  private static FileColumn column(
      String name, List<String> values, CallingList list, Set<Integer> taken) {
    var meaning =
        HeaderWords.of(name)
            .orElseGet(
                () ->
                    HeaderWords.areNumbers(values, list.region())
                        ? HeaderWords.Meaning.phone(NumberKind.OTHER)
                        : HeaderWords.Meaning.of(FieldType.OTHER));
    return new FileColumn(name, field(name, meaning, list, taken), meaning.type(), meaning.kind());
  }

  /// A field of this name, or the first free one of this meaning; a number of any kind before none.
  private static int field(
      String name, HeaderWords.Meaning meaning, CallingList list, Set<Integer> taken) {
    var fields = list.fields().all();
    for (int round = 0; round < 3; round++)
      for (int at = 0; at < fields.size(); at++) {
        var field = fields.get(at);
        boolean same =
            switch (round) {
              case 0 ->
                  !name.isEmpty()
                      && HeaderWords.plain(field.name()).equals(HeaderWords.plain(name));
              case 1 -> meaning.type() != FieldType.OTHER && meaning.equals(meaningOf(field));
              default -> meaning.type() == FieldType.PHONE && field.type() == FieldType.PHONE;
            };
        if (same && taken.add(at + 1)) return at + 1;
      }
    return ImportPlan.SKIPPED;
  }

  private static HeaderWords.Meaning meaningOf(Field field) {
    return new HeaderWords.Meaning(field.type(), field.kind());
  }
}
