package org.hiwar.campaign.list;

import org.hiwar.campaign.rule.NumberKind;
import org.jspecify.annotations.Nullable;

/// A field of a list.
///
/// @param kind of the number; null unless it is a PHONE
/// @param of TIME_ZONE: the PHONE field whose zone it is; null: the record's
/// @param required whether a row without it is refused
/// @param searchable whether records are found by it
/// @param key whether it is part of what makes a record the same as another
public record Field(
    String name,
    FieldType type,
    @Nullable NumberKind kind,
    @Nullable String of,
    boolean required,
    boolean searchable,
    boolean key) {

  public static Field phone(String name, NumberKind kind) {
    return new Field(name, FieldType.PHONE, kind, null, false, true, false);
  }

  public static Field of(String name, FieldType type) {
    return new Field(name, type, null, null, false, false, false);
  }

  /// The same, part of the key.
  public Field asKey() {
    return new Field(name, type, kind, of, true, searchable, true);
  }

  /// A key that is missing makes no record the same as another: it is required.
  public boolean needed() {
    return required || key;
  }
}
