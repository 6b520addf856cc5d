package org.hiwar.campaign.rule;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.hours.CentreHours;

/// What a campaign has set about whom it calls when, and how often.
///
/// `dialRules`: of a result without one `DialRule.USUAL`. `safeHours`: a number is called only when
/// it is in hours by the zone of the postal code and by that of the area code. `localRules`: none
/// where the campaign does not want them. `rescheduleOutsideHours`: whether an agent may promise a
/// call at an hour at which it will not be made before the hours begin.
public record CampaignRules(
    CallingHours hours,
    CentreHours centre,
    Limits limits,
    NumberStrategy strategy,
    Map<DispositionId, DialRule> dialRules,
    boolean safeHours,
    PostalZones postalZones,
    List<LocalRule> localRules,
    Quotas quotas,
    boolean rescheduleOutsideHours) {

  public CampaignRules {
    dialRules = Map.copyOf(dialRules);
    localRules = List.copyOf(localRules);
  }

  /// Of a new campaign.
  public static CampaignRules usual(ZoneId centre) {
    return new CampaignRules(
        CallingHours.usual(),
        CentreHours.always(centre),
        Limits.USUAL,
        NumberStrategy.IN_ORDER,
        Map.of(),
        false,
        PostalZones.NONE,
        List.of(),
        Quotas.NONE,
        false);
  }

  DialRule after(DispositionId disposition) {
    return dialRules.getOrDefault(disposition, DialRule.USUAL);
  }
}
