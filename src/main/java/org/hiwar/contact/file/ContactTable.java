package org.hiwar.contact.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hiwar.contact.ContactField;
import org.hiwar.contact.file.ContactColumn.Meaning;

/// The columns that a file of contacts of a workspace may have.
///
/// @param fields those that the workspace has defined
/// @param channels by which a customer may be reached
public record ContactTable(List<ContactField> fields, List<String> channels) {
  private static final Map<String, Meaning> WORDS = new HashMap<>();

  static {
    mean(Meaning.NAME, ColumnWords.FIRST_NAME, ColumnWords.LAST_NAME);
    mean(
        Meaning.PHONE,
        ColumnWords.MOBILE,
        ColumnWords.HOME,
        ColumnWords.WORK,
        ColumnWords.OTHER_PHONE);
    mean(Meaning.EMAIL, ColumnWords.EMAIL);
    mean(Meaning.LANGUAGE, ColumnWords.LANGUAGE);
    mean(Meaning.COMPANY, ColumnWords.COMPANY);
    mean(Meaning.TAGS, ColumnWords.TAGS);
    mean(Meaning.TIME_ZONE, ColumnWords.TIME_ZONE);
    mean(Meaning.PREFERRED_CHANNEL, ColumnWords.PREFERRED_CHANNEL);
  }

  public ContactTable {
    fields = List.copyOf(fields);
    channels = List.copyOf(channels);
  }

  private static void mean(Meaning meaning, String... words) {
    for (var some : words)
      Arrays.stream(some.split(","))
          .map(ColumnWords::plain)
          .forEach(word -> WORDS.put(word, meaning));
  }

  /// All of them, in the order in which a file is written.
  public List<ContactColumn> all() {
    var all = new ArrayList<ContactColumn>();
    for (var meaning : Meaning.values())
      switch (meaning) {
        case CONSENT ->
            channels.forEach(channel -> all.add(new ContactColumn(Meaning.CONSENT, channel)));
        case FIELD ->
            fields.forEach(f -> all.add(new ContactColumn(Meaning.FIELD, f.id().toString())));
        case ID, NAME, LANGUAGE, PHONE, EMAIL, WHATSAPP, TELEGRAM, EXTERNAL, CLAIMED ->
            all.add(ContactColumn.of(meaning));
        case COMPANY, TAGS, TIME_ZONE, PREFERRED_CHANNEL -> all.add(ContactColumn.of(meaning));
      }
    return all;
  }

  /// The column that a client names; empty: there is no such one here.
  public Optional<ContactColumn> find(String text) {
    return ContactColumn.parse(text).filter(all()::contains);
  }

  /// @throws java.util.NoSuchElementException it is not of this table
  ContactField field(ContactColumn column) {
    return fields.stream()
        .filter(f -> f.id().toString().equals(column.of()))
        .findFirst()
        .orElseThrow();
  }

  /// How the column is called in a file that is written here.
  String header(ContactColumn column) {
    return switch (column.meaning()) {
      case ID -> "hiwar_id";
      case CONSENT -> "consent_" + column.of();
      case FIELD -> field(column).key();
      case NAME,
          LANGUAGE,
          PHONE,
          EMAIL,
          WHATSAPP,
          TELEGRAM,
          EXTERNAL,
          CLAIMED,
          COMPANY,
          TAGS,
          TIME_ZONE,
          PREFERRED_CHANNEL ->
          column.meaning().name().toLowerCase(Locale.ROOT);
    };
  }

  /// The column that somebody's header seems to mean: called as it is written here, by the name of
  /// a field in either language, or by a word that people use.
  Optional<ContactColumn> meant(String header) {
    var plain = ColumnWords.plain(header);
    if (plain.isEmpty()) return Optional.empty();
    for (var column : all())
      if (plain.equals(ColumnWords.plain(header(column)))) return Optional.of(column);
    for (var field : fields)
      if (plain.equals(ColumnWords.plain(field.nameAr()))
          || plain.equals(ColumnWords.plain(field.nameEn())))
        return Optional.of(new ContactColumn(Meaning.FIELD, field.id().toString()));
    return Optional.ofNullable(WORDS.get(plain)).map(ContactColumn::of);
  }
}
