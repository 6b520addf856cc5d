package org.hiwar.contact.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;
import org.hiwar.contact.NumberReader;
import org.hiwar.contact.file.ContactColumn.Meaning;
import org.hiwar.platform.table.BrokenFile;
import org.hiwar.platform.table.TableBeginning;
import org.hiwar.platform.table.TextEncoding;
import org.jspecify.annotations.Nullable;

/// How the beginning of a file reads, and what its columns seem to say of contacts.
///
/// @param rows the first, without the header
public record ContactFilePreview(
    TextEncoding encoding,
    String separator,
    boolean header,
    List<PreviewedColumn> columns,
    List<List<String>> rows) {

  /// A column of the file.
  ///
  /// @param name from the header; empty when there is none
  /// @param meaning as [ContactColumn#text] writes it; empty: it is not known
  public record PreviewedColumn(String name, String meaning) {}

  /// What is not given is found. `region` (ISO 3166) is where numbers without a country's code are
  /// dialled.
  ///
  /// @throws BrokenFile it is no table
  public static ContactFilePreview of(
      byte[] beginning,
      ContactTable table,
      String region,
      @Nullable TextEncoding encoding,
      @Nullable Character separator,
      @Nullable Boolean header)
      throws BrokenFile {
    var read = TableBeginning.of(beginning, encoding, separator);
    boolean named = header == null ? !hasAddress(read.rows().getFirst(), region) : header;
    var taken = new HashSet<ContactColumn>();
    var columns = new ArrayList<PreviewedColumn>();
    for (int at = 0; at < read.columns(named); at++) {
      var name = read.name(named, at);
      var meant = meant(name, read.values(named, at), table, region, taken);
      columns.add(new PreviewedColumn(name, meant == null ? "" : meant.text()));
    }
    return new ContactFilePreview(
        read.encoding(), String.valueOf(read.separator()), named, columns, read.shown(named));
  }

  private static @Nullable ContactColumn meant(
      String name,
      List<String> values,
      ContactTable table,
      String region,
      Set<ContactColumn> taken) {
    var said = table.meant(name);
    var meant = said.isPresent() ? said.get() : ofValues(values, region);
    if (meant == null) return null;
    return meant.meaning().repeated() || taken.add(meant) ? meant : null;
  }

  /// By what most of the values are.
  private static @Nullable ContactColumn ofValues(List<String> values, String region) {
    var some = values.stream().filter(value -> !value.isBlank()).toList();
    long mails = some.stream().filter(ContactFilePreview::isMail).count();
    if (mails * 2 > some.size()) return ContactColumn.of(Meaning.EMAIL);
    long numbers = some.stream().filter(value -> isNumber(value, region)).count();
    return numbers * 2 > some.size() ? ContactColumn.of(Meaning.PHONE) : null;
  }

  private static boolean hasAddress(List<String> row, String region) {
    return row.stream().anyMatch(value -> isMail(value) || isNumber(value, region));
  }

  private static boolean isMail(String value) {
    return Addresses.normalised(AddressKind.EMAIL, value, "").isPresent();
  }

  private static boolean isNumber(String value, String region) {
    return NumberReader.read(value, region) instanceof NumberReader.Read;
  }
}
