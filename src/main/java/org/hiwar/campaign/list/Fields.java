package org.hiwar.campaign.list;

import java.util.List;
import java.util.Optional;
import org.hiwar.campaign.rule.NumberKind;
import org.jspecify.annotations.Nullable;

/// The fields of a list, in the order in which they are shown.
///
/// @param expiresAfter the DATE_TIME field from which the days to a record's expiry are counted;
///     null: from its insertion
public record Fields(List<Field> all, @Nullable String expiresAfter) {

  public Fields {
    all = List.copyOf(all);
  }

  /// The numbers, in the order of their positions, which begin at 1.
  public List<Field> phones() {
    return all.stream().filter(field -> field.type() == FieldType.PHONE).toList();
  }

  public List<Field> keys() {
    return all.stream().filter(Field::key).toList();
  }

  public Optional<Field> named(String name) {
    return all.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /// By which records are filtered, sorted and counted, by the names that campaigns know
  /// (`CallingRecord.said`); each once.
  public List<String> known() {
    return all.stream().map(Fields::known).filter(name -> !name.isEmpty()).distinct().toList();
  }

  /// Empty: records are not told apart by it.
  private static String known(Field field) {
    return switch (field.type()) {
      case FIRST_NAME -> "first_name";
      case LAST_NAME -> "last_name";
      case COMPANY -> "company";
      case POSTAL_CODE -> "postal_code";
      case STATE -> "state";
      case PRIORITY -> "priority";
      case TIME_ZONE -> field.of() == null ? "zone" : "";
      case PHONE, AGENT_LOGIN, CALL_AT -> "";
      case ACCOUNT, DATE_TIME, INTEGER, OTHER -> field.name();
    };
  }

  /// What a new list begins with.
  public static Fields usual(String phone, String firstName, String lastName) {
    return new Fields(
        List.of(
            Field.phone(phone, NumberKind.MOBILE).asKey(),
            new Field(firstName, FieldType.FIRST_NAME, null, null, false, true, false),
            new Field(lastName, FieldType.LAST_NAME, null, null, false, true, false)),
        null);
  }
}
