package org.hiwar.campaign.rule;

import java.util.List;
import java.util.Map;

/// The quotas of a campaign.
public record Quotas(List<Quota> quotas) {
  public static final Quotas NONE = new Quotas(List.of());
  public static final int MOST = 100;

  public Quotas {
    if (quotas.size() > MOST) throw new IllegalArgumentException("quotas " + quotas.size());
    quotas = List.copyOf(quotas);
  }

  /// Whether a record with these `fields` is still wanted; `counts` are the successes of each
  /// quota, in their order.
  public boolean want(Map<String, String> fields, List<Integer> counts) {
    for (int i = 0; i < quotas.size(); i++) {
      var quota = quotas.get(i);
      if (counts.get(i) >= quota.most() && quota.isOf(fields)) return false;
    }
    return true;
  }
}
