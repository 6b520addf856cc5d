package org.hiwar.campaign.rule;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which zone a postal code lies in, by the letters it begins with; the longest beginning counts.
public record PostalZones(Map<String, ZoneId> byBeginning) {
  public static final PostalZones NONE = new PostalZones(Map.of());

  public PostalZones {
    byBeginning = Map.copyOf(byBeginning);
  }

  Optional<ZoneId> of(@Nullable String postalCode) {
    if (postalCode == null || byBeginning.isEmpty()) return Optional.empty();
    for (int end = postalCode.length(); end > 0; end--) {
      var zone = byBeginning.get(postalCode.substring(0, end));
      if (zone != null) return Optional.of(zone);
    }
    return Optional.empty();
  }
}
