package org.hiwar.campaign.rule;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hiwar.campaign.rule.FoundZone.Source;

/// Where a number is: its own zone, else that of the record, else of its area code, else that of
/// the list.
final class Zones {
  private Zones() {}

  static FoundZone of(CalleeNumber number, Callee callee, CampaignRules rules) {
    if (number.zone() != null) return found(number.zone(), Source.NUMBER);
    if (callee.zone() != null) return found(callee.zone(), Source.RECORD);
    var area = AreaCodes.zones(number.number());
    var base =
        area.size() == 1
            ? found(area.getFirst(), Source.AREA_CODE)
            : found(callee.listZone(), Source.LIST);
    return rules.safeHours() ? safe(base, area, callee, rules) : base;
  }

  /// An area code that lies in several zones says none of them for certain, so it holds to all.
  private static FoundZone safe(
      FoundZone base, List<ZoneId> area, Callee callee, CampaignRules rules) {
    var also = new HashSet<>(area);
    rules.postalZones().of(callee.postalCode()).ifPresent(also::add);
    also.remove(base.zone());
    return new FoundZone(base.zone(), base.source(), also);
  }

  private static FoundZone found(ZoneId zone, Source source) {
    return new FoundZone(zone, source, Set.of());
  }
}
