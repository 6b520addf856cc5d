package org.hiwar.campaign.rule;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

/// The customer's zone and how it was found. `also`: zones by which the hours must hold too, where
/// the campaign wants safe hours; empty: none.
public record FoundZone(ZoneId zone, Source source, Set<ZoneId> also) {

  /// From the best to the poorest.
  public enum Source {
    NUMBER,
    RECORD,
    AREA_CODE,
    LIST
  }

  public FoundZone {
    also = Set.copyOf(also);
  }

  /// Every zone by which the hours must hold.
  Set<ZoneId> all() {
    var all = new HashSet<>(also);
    all.add(zone);
    return all;
  }
}
