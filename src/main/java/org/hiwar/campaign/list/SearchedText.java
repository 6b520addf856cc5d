package org.hiwar.campaign.list;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a record is searched in, as an expression of SQL: the searchable fields, folded as
/// `contact.ArabicText` folds what is looked for. Folded when it is looked for and not when it is
/// stored: imports are large and searches are seldom.
final class SearchedText {
  private static final String FROM = "ىةٱ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";
  private static final String TO = "يها01234567890123456789";
  /// Tatweel, vowel marks, hamza and madda (which decomposition has set apart), accents.
  private static final String LEFT_OUT =
      "ـ" + marks(0x64B, 0x655) + marks(0x670, 0x670) + marks(0x300, 0x30C) + marks(0x327, 0x328);

  private SearchedText() {}

  /// With a parameter for the name of each field; see [#names].
  static String of(Fields fields) {
    var searched = searched(fields);
    if (searched.isEmpty()) return "''";
    var parts =
        IntStream.range(0, searched.size())
            .mapToObj(at -> part(searched.get(at), at))
            .collect(Collectors.joining(", "));
    return "translate(normalize(lower(concat_ws(' ', "
        + parts
        + ")), NFD), '"
        + FROM
        + LEFT_OUT
        + "', '"
        + TO
        + "')";
  }

  static Map<String, String> names(Fields fields) {
    var searched = searched(fields);
    return IntStream.range(0, searched.size())
        .boxed()
        .filter(at -> searched.get(at).type().named())
        .collect(Collectors.toMap(at -> "field" + at, at -> searched.get(at).name()));
  }

  private static List<Field> searched(Fields fields) {
    return fields.all().stream()
        .filter(field -> field.searchable() && !part(field, 0).isEmpty())
        .toList();
  }

  private static String part(Field field, int at) {
    return switch (field.type()) {
      case FIRST_NAME -> "first_name";
      case LAST_NAME -> "last_name";
      case COMPANY -> "company";
      case POSTAL_CODE -> "postal_code";
      case STATE -> "state";
      case AGENT_LOGIN -> "agent_login";
      case ACCOUNT, DATE_TIME, INTEGER, OTHER -> "fields ->> :field" + at;
      case PHONE, CALL_AT, PRIORITY, TIME_ZONE -> "";
    };
  }

  private static String marks(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
