package org.hiwar.contact;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hiwar.platform.OneLine;

/// What the values of a field are. They are kept as text, in the one spelling of their type.
public enum ContactFieldType {
  /// Up to 200 characters on one line.
  TEXT,
  /// A decimal number, with a point and without zeros that say nothing.
  NUMBER,
  /// A day, as 2026-03-04.
  DATE,
  /// One of the choices of the field.
  CHOICE;

  private static final int NUMBER_CHARACTERS = 30;

  /// As it is kept; empty: it is no value of this type.
  Optional<String> normalised(String typed, List<String> choices) {
    var text = OneLine.typed(typed).strip();
    boolean line =
        !text.isEmpty()
            && text.length() <= ContactLimits.FIELD_CHARACTERS
            && text.chars().noneMatch(Character::isISOControl);
    if (!line) return Optional.empty();
    return switch (this) {
      case TEXT -> Optional.of(text);
      case NUMBER -> number(ArabicText.digitsToAscii(text));
      case DATE -> date(ArabicText.digitsToAscii(text));
      case CHOICE -> Optional.of(text).filter(choices::contains);
    };
  }

  private static Optional<String> number(String text) {
    var ascii = text.replace('٫', '.').replace(',', '.');
    if (ascii.length() > NUMBER_CHARACTERS || !ascii.matches("[+-]?[0-9]+(\\.[0-9]+)?"))
      return Optional.empty();
    var number = new BigDecimal(ascii).stripTrailingZeros();
    return Optional.of(number.signum() == 0 ? "0" : number.toPlainString());
  }

  private static Optional<String> date(String text) {
    if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) return Optional.empty();
    try {
      return Optional.of(LocalDate.parse(text).toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
