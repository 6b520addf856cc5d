package org.hiwar.campaign.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The quotas of a campaign.
public record Quotas(List<Quota> quotas) {
  public static final Quotas NONE = new Quotas(List.of());
  public static final int MOST = 100;

  public Quotas {
    if (quotas.size() > MOST) throw new IllegalArgumentException("quotas " + quotas.size());
    quotas = List.copyOf(quotas);
  }

  public boolean areNone() {
    return quotas.isEmpty();
  }

  /// The fields that they look at, each once.
  public List<String> fields() {
    return quotas.stream().flatMap(one -> Stream.ofNullable(one.field())).distinct().toList();
  }

  /// Whether all of these successes are enough for the list, whatever a record says.
  public boolean wantNothing(List<Integer> counts) {
    for (int i = 0; i < quotas.size(); i++)
      if (quotas.get(i).field() == null && isMet(i, counts)) return true;
    return false;
  }

  /// Whether the quota at this place is met.
  public boolean isMet(int place, List<Integer> counts) {
    return counts.get(place) >= quotas.get(place).most();
  }

  /// Whether a record with these `fields` is still wanted; `counts` are the successes of each
  /// quota, in their order.
  public boolean want(Map<String, String> fields, List<Integer> counts) {
    for (int i = 0; i < quotas.size(); i++)
      if (isMet(i, counts) && quotas.get(i).isOf(fields)) return false;
    return true;
  }
}
