package org.hiwar.campaign.preview;

import java.time.ZoneId;
import org.hiwar.campaign.SuccessStore;
import org.hiwar.campaign.list.CallingRecord;
import org.hiwar.campaign.rule.Callee;
import org.hiwar.workspace.DispositionId;

/// A record in a campaign with everything that decides whether it may be called.
///
/// @param listName of the list that it is in
public record Candidate(
    Standing standing, String listName, ZoneId listZone, CallingRecord record, Callee callee) {

  /// With this result, as quotas count it.
  SuccessStore.Success success(DispositionId disposition) {
    return new SuccessStore.Success(record.id(), record.list(), disposition, record.said());
  }
}
