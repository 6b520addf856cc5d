package org.hiwar.campaign.list;

import org.hiwar.campaign.ListId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who makes something of the records of lists: campaigns. Called inside the transaction that
/// changes the records, with its statements; what it writes is there or not there together with
/// them.
///
/// That transaction may take minutes when an import is large. So a listener locks nothing that a
/// call in progress waits for: it inserts what is new `on conflict do nothing`, and leaves rows of
/// records alone that are handed out.
public interface RecordsListener {
  /// Records in one call, at most.
  int MOST = 10_000;

  /// Whether the list is one of a campaign. While it is not, nothing else here is called for it.
  boolean follows(JdbcClient db, WorkspaceId workspace, ListId list);

  /// These have come or were changed; the rows of `calling_record` are written already.
  void changed(JdbcClient db, WorkspaceId workspace, ListId list, long[] records);

  /// These are about to leave the list, because a file that replaces it does not have them. Takes
  /// them out of the campaigns, except those that are handed out just now, and answers which may
  /// not leave: handed out, or locked by somebody who is handing them out (`for update skip
  /// locked`).
  long[] leaving(JdbcClient db, WorkspaceId workspace, ListId list, long[] records);
}
