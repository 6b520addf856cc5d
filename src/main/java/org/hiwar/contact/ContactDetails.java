package org.hiwar.contact;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of a contact beside name, language and addresses.
///
/// @param company null: not known
/// @param timeZone its name in the tz database; null: not known
/// @param fields by the id of the field; one without a value is absent
/// @param consents at most one of each channel; where there is none, nobody has asked
public record ContactDetails(
    @Nullable String company,
    @Nullable String timeZone,
    List<String> tags,
    Map<String, String> fields,
    List<Consent> consents) {
  public static final ContactDetails NONE =
      new ContactDetails(null, null, List.of(), Map.of(), List.of());

  public ContactDetails {
    tags = List.copyOf(tags);
    fields = Map.copyOf(fields);
    consents = List.copyOf(consents);
  }
}
