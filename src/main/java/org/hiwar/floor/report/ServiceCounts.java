package org.hiwar.floor.report;

import java.time.LocalDate;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;

/// What became of the work that a service received.
///
/// @param day null: all days together
/// @param shortly of `abandoned`, within the service's time
/// @param within of `answered`, within the service's time
/// @param waiting neither answered nor left yet
/// @param averageWaitMs of what was answered; null: nothing was
record ServiceCounts(
    ServiceId service,
    @Nullable LocalDate day,
    long received,
    long answered,
    long within,
    long abandoned,
    long shortly,
    long waiting,
    @Nullable Long averageWaitMs) {

  /// From 0 to 1; null: nothing counts.
  @Nullable Double level() {
    long counted = answered + abandoned - shortly;
    return counted == 0 ? null : (double) within / counted;
  }
}
