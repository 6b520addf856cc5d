package org.hiwar.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.hiwar.workspace.ServiceId;

/// A campaign. It is a service of the floor too, of medium PREVIEW: both have the same number.
public record CampaignId(long value) implements Comparable<CampaignId> {

  @JsonCreator
  public static CampaignId of(String text) {
    return new CampaignId(Long.parseLong(text));
  }

  @Override
  public int compareTo(CampaignId other) {
    return Long.compare(value, other.value);
  }

  /// Its queue on the floor.
  public ServiceId service() {
    return new ServiceId(value);
  }

  /// Decimal, as ids are written in URLs and JSON.
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
