package org.hiwar.campaign.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDateTime;
import org.hiwar.campaign.rule.Verdict.Allowed;
import org.hiwar.campaign.rule.Verdict.Refused;
import org.jspecify.annotations.Nullable;

/// Whether a number may be called at an instant. Stored with the attempt that it allowed, so it
/// says all that it was founded on.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
@JsonSubTypes({
  @Type(value = Allowed.class, name = "allowed"),
  @Type(value = Refused.class, name = "refused")
})
public sealed interface Verdict {

  /// By the schedule with this index, at this time of the customer's clock.
  record Allowed(FoundZone zone, LocalDateTime localTime, int schedule) implements Verdict {}

  /// `again`: when it may be called, if nothing else changes; null: not within
  /// `Boundaries.HORIZON`, or never.
  record Refused(FoundZone zone, LocalDateTime localTime, Why why, @Nullable Instant again)
      implements Verdict {}
}
