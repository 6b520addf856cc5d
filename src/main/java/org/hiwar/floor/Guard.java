package org.hiwar.floor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.hiwar.floor.core.Event.WorkOffered;
import org.hiwar.floor.core.WorkId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.WorkspaceId;

/// Decides with data that the core does not have (do-not-call, hours, limits of a record) whether
/// work may be offered. Asked inside the transaction that commits the offer. Work that is refused
/// is withdrawn instead: it ends on the floor, and nobody has seen an offer.
public interface Guard {
  Guard NONE =
      new Guard() {
        @Override
        public boolean watches(Medium medium) {
          return false;
        }

        @Override
        public Set<WorkId> refuses(Connection db, WorkspaceId workspace, List<WorkOffered> offers) {
          return Set.of();
        }
      };

  /// Batches without offers of a watched medium are committed without asking, which is quicker.
  boolean watches(Medium medium);

  /// The work among `offers` (all of watched media) that must not be offered. `db` is in the
  /// floor's transaction.
  Set<WorkId> refuses(Connection db, WorkspaceId workspace, List<WorkOffered> offers)
      throws SQLException;
}
