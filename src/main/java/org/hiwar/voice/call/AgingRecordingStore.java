package org.hiwar.voice.call;

import java.time.Instant;
import java.time.ZoneOffset;
import org.hiwar.conversation.removal.Aging;
import org.hiwar.conversation.removal.FileRemovalStore;
import org.hiwar.conversation.removal.RemovalLimits;
import org.hiwar.conversation.removal.RemovedFiles;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Recordings of calls that are over, which grow old before what is known of the calls.
@Component
class AgingRecordingStore implements Aging {
  private final Database database;
  private final FileRemovalStore files;

  AgingRecordingStore(Database database, FileRemovalStore files) {
    this.database = database;
    this.files = files;
  }

  @Override
  public Kind kind() {
    return Kind.RECORDINGS;
  }

  @Override
  public int remove(WorkspaceId workspace, long idsBefore, Instant before) {
    var gone =
        database.in(
            workspace.value(),
            db ->
                db.sql(
                        """
                        delete from recording where workspace = :workspace and id = any(array(
                          select r.id from recording r join interaction i on i.workspace = r.workspace and i.id = r.interaction
                          where r.workspace = :workspace and r.id < :ids and r.began < :before
                          and i.ended_at is not null and (r.length_ms is not null or r.failed)
                          order by r.id limit :most for update of r skip locked))
                        returning file\
                        """)
                    .param("workspace", workspace.value())
                    .param("ids", idsBefore)
                    .param("before", before.atOffset(ZoneOffset.UTC))
                    .param("most", RemovalLimits.OLD)
                    .query(String.class)
                    .list());
    files.add(workspace, RemovedFiles.Kind.RECORDING, gone);
    return gone.size();
  }
}
