package org.hiwar.campaign.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.hiwar.campaign.rule.Quota.*;
import org.hiwar.workspace.DispositionId;
import org.jspecify.annotations.Nullable;

/// How many successes of a list are enough; when `most` are reached, its records that fall under it
/// are called no more. A success counts as its record was then.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
@JsonSubTypes({
  @Type(value = OfAll.class, name = "all"),
  @Type(value = OfDisposition.class, name = "disposition"),
  @Type(value = OfValue.class, name = "value"),
  @Type(value = OfRange.class, name = "range")
})
public sealed interface Quota {

  int most();

  /// Whether a record with these fields falls under it, and is stopped by it.
  boolean isOf(Map<String, String> fields);

  /// Whether a success with this result of a record with these fields counts for it.
  default boolean counts(DispositionId result, Map<String, String> fields) {
    return isOf(fields);
  }

  /// The field that tells which records fall under it; null: all do.
  default @Nullable String field() {
    return null;
  }

  /// Successes of the whole list.
  record OfAll(int most) implements Quota {
    @Override
    public boolean isOf(Map<String, String> fields) {
      return true;
    }
  }

  /// Successes with this result.
  record OfDisposition(DispositionId disposition, int most) implements Quota {
    @Override
    public boolean counts(DispositionId result, Map<String, String> fields) {
      return disposition.equals(result);
    }

    @Override
    public boolean isOf(Map<String, String> fields) {
      return true;
    }
  }

  /// Successes of records whose field has this value, in whatever case.
  record OfValue(String field, String value, int most) implements Quota {
    @Override
    public boolean isOf(Map<String, String> fields) {
      var text = fields.get(field);
      return text != null && value.strip().equalsIgnoreCase(text.strip());
    }
  }

  /// Successes of records whose field is a number from `from` to `to`, both included.
  record OfRange(String field, BigDecimal from, BigDecimal to, int most) implements Quota {
    @Override
    public boolean isOf(Map<String, String> fields) {
      return number(fields.get(field))
          .filter(number -> number.compareTo(from) >= 0 && number.compareTo(to) <= 0)
          .isPresent();
    }

    private static Optional<BigDecimal> number(@Nullable String text) {
      if (text == null || text.length() > 40) return Optional.empty();
      try {
        return Optional.of(new BigDecimal(text.strip()));
      } catch (NumberFormatException notANumber) {
        return Optional.empty();
      }
    }
  }
}
