package org.hiwar.campaign.rule;

import java.time.LocalDateTime;
import java.util.List;
import org.hiwar.workspace.hours.Hours;
import org.jspecify.annotations.Nullable;

/// Hours that the law of a place leaves, beside the campaign's own: a number of this country may be
/// called only within them, by the customer's clock. `country` as SY, `state` as the list writes
/// it; null: of the whole country. Laws differ and change, so they are settings.
public record LocalRule(String country, @Nullable String state, List<Hours> hours) {

  public LocalRule {
    hours = List.copyOf(hours);
  }

  boolean isFor(String ofNumber, @Nullable String ofRecord) {
    return country.equals(ofNumber) && (state == null || state.equalsIgnoreCase(ofRecord));
  }

  boolean allows(LocalDateTime local) {
    return hours.stream().anyMatch(some -> some.contain(local));
  }
}
