package org.hiwar.campaign.report;

import java.time.Instant;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.RecordId;
import org.jspecify.annotations.Nullable;

/// One thing that happened with a record: an attempt to call, a skip, a completion, a request that
/// was rejected or not answered.
///
/// @param customer empty where the list told no name, or the record is gone
/// @param number null where none was called
/// @param automatic dialled or accepted by the system
/// @param result of the call, as ANSWERED; null where there was none, or it goes on
/// @param disposition its name then, or where it had none of its own, its code; null: none
/// @param talkedSeconds from the answer to the end; null: not answered
/// @param previewMs how long it was reviewed; null where that did not end with it
public record ReportRow(
    String id,
    Instant at,
    Kind kind,
    CampaignId campaignId,
    RecordId record,
    String campaign,
    String list,
    String customer,
    @Nullable String number,
    @Nullable String agent,
    @Nullable String team,
    boolean automatic,
    @Nullable String result,
    @Nullable String disposition,
    @Nullable Long talkedSeconds,
    @Nullable Long previewMs,
    String notes) {

  public enum Kind {
    ATTEMPT,
    SKIPPED,
    COMPLETED,
    REJECTED,
    OFFER_EXPIRED
  }
}
