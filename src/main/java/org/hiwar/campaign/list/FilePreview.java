package org.hiwar.campaign.list;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hiwar.campaign.rule.NumberKind;
import org.hiwar.contact.NumberReader;
import org.hiwar.platform.table.BrokenFile;
import org.hiwar.platform.table.TableBeginning;
import org.hiwar.platform.table.TextEncoding;
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
    var read = TableBeginning.of(beginning, encoding, separator);
    boolean named = header == null ? !hasNumber(read.rows().getFirst(), list) : header;
    var taken = new HashSet<Integer>();
    var columns = new ArrayList<FileColumn>();
    for (int at = 0; at < read.columns(named); at++)
      columns.add(column(read.name(named, at), read.values(named, at), list, taken));
    return new FilePreview(
        read.encoding(), String.valueOf(read.separator()), named, columns, read.shown(named));
  }

  private static boolean hasNumber(List<String> row, CallingList list) {
    return row.stream()
        .anyMatch(value -> NumberReader.read(value, list.region()) instanceof NumberReader.Read);
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
