package org.hiwar.contact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A field that a workspace has defined for its contacts.
///
/// @param key by which it is searched, as in `city:damascus`; small Latin letters and digits
/// @param choices of a CHOICE, else none
/// @param shown a field that is not shown keeps its values
public record ContactField(
    ContactFieldId id,
    String key,
    String nameAr,
    String nameEn,
    ContactFieldType type,
    List<String> choices,
    boolean shown) {
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]{0,29}");

  public ContactField {
    choices = List.copyOf(choices);
  }

  /// As it is kept; empty: it is no value of this field.
  public Optional<String> normalised(String typed) {
    return type.normalised(typed, choices);
  }

  /// Whether it can be kept: a key that no other part of a search has, a name in both languages,
  /// and choices where it is one, each once.
  public boolean whole() {
    return KEY.matcher(key).matches()
        && !Sought.TAKEN.contains(key)
        && isLine(nameAr, ContactLimits.FIELD_NAME_CHARACTERS)
        && isLine(nameEn, ContactLimits.FIELD_NAME_CHARACTERS)
        && (type == ContactFieldType.CHOICE) != choices.isEmpty()
        && choices.size() <= ContactLimits.FIELD_CHOICES
        && choices.stream().distinct().count() == choices.size()
        && choices.stream().allMatch(one -> isLine(one, ContactLimits.FIELD_CHARACTERS));
  }

  private static boolean isLine(String text, int most) {
    return !text.isBlank()
        && text.equals(text.strip())
        && text.length() <= most
        && text.chars().noneMatch(Character::isISOControl);
  }
}
