package org.hiwar.campaign.list;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.RecordId;
import org.jspecify.annotations.Nullable;

/// A record of a list, as it stands there now.
///
/// @param position the order in which it came
/// @param fields text by the name of the field, for the types that are [FieldType#named]; without
///     those that are empty
/// @param numbers by position; a position of a list that this record has no number for is not there
/// @param zone its own; null: the list said none
/// @param priority 0: an ordinary record
/// @param agentLogin for this agent alone; null: for anybody
/// @param callAt not before; null: at once
/// @param expiresAt null: never
public record CallingRecord(
    RecordId id,
    ListId list,
    long position,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String company,
    Map<String, String> fields,
    List<RecordNumber> numbers,
    @Nullable ZoneId zone,
    @Nullable String postalCode,
    @Nullable String state,
    int priority,
    @Nullable String agentLogin,
    @Nullable Instant callAt,
    @Nullable Instant expiresAt,
    Instant insertedAt) {

  public CallingRecord {
    fields = Map.copyOf(fields);
    numbers = List.copyOf(numbers);
  }

  /// What the customer is called; empty when the list told no name.
  public String customerName() {
    var name =
        Stream.of(firstName, lastName)
            .filter(part -> part != null && !part.isEmpty())
            .collect(Collectors.joining(" "));
    if (!name.isEmpty()) return name;
    return company == null ? "" : company;
  }

  /// What it says, by the names that filters, sorts and quotas of campaigns know.
  public Map<String, String> said() {
    var said = new HashMap<>(fields);
    put(said, "first_name", firstName);
    put(said, "last_name", lastName);
    put(said, "company", company);
    put(said, "zone", zone == null ? null : zone.getId());
    put(said, "postal_code", postalCode);
    put(said, "state", state);
    put(said, "priority", Integer.toString(priority));
    return said;
  }

  private static void put(Map<String, String> said, String name, @Nullable String text) {
    if (text != null) said.put(name, text);
  }

  /// A field as agents read it.
  public record ShownField(String name, String value) {}

  /// What the list says of the customer beside the numbers, in its order; what is empty is left
  /// out.
  public List<ShownField> shown(Fields of) {
    return of.all().stream()
        .filter(field -> field.type() != FieldType.PHONE && !of(field).isEmpty())
        .map(field -> new ShownField(field.name(), of(field)))
        .toList();
  }

  /// What stands in a field, a number too; empty: nothing.
  public String text(Fields of, Field field) {
    if (field.type() != FieldType.PHONE) return of(field);
    int position = of.phones().indexOf(field) + 1;
    return numbers.stream()
        .filter(number -> number.position() == position)
        .findFirst()
        .map(RecordNumber::number)
        .orElse("");
  }

  private String of(Field field) {
    var value =
        switch (field.type()) {
          case FIRST_NAME -> firstName;
          case LAST_NAME -> lastName;
          case COMPANY -> company;
          case AGENT_LOGIN -> agentLogin;
          case CALL_AT -> callAt;
          case PRIORITY -> priority == 0 ? null : priority;
          case TIME_ZONE -> field.of() == null ? zone : null;
          case POSTAL_CODE -> postalCode;
          case STATE -> state;
          case ACCOUNT, DATE_TIME, INTEGER, OTHER -> fields.get(field.name());
          case PHONE -> null;
        };
    return value == null ? "" : value.toString();
  }
}
