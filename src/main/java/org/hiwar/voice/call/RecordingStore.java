package org.hiwar.voice.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hiwar.conversation.InteractionId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Keeps which recordings there are.
@Component
public class RecordingStore {
  private static final String SELECT =
      "select id, interaction, agent, file, began, pauses, length_ms, failed from recording"
          + " where workspace = ? and ";

  private final Database database;

  public RecordingStore(Database database) {
    this.database = database;
  }

  void begin(WorkspaceId workspace, CallRecording recording) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    "insert into recording (workspace, id, interaction, agent, file, began) values"
                        + " (?, ?, ?, ?, ?, ?)")
                .param(workspace.value())
                .param(recording.id().value())
                .param(recording.call().value())
                .param(recording.agent().value())
                .param(recording.file())
                .param(CallDetailStore.at(recording.began()))
                .update());
  }

  void paused(WorkspaceId workspace, RecordingId recording) {
    database.in(
        workspace.value(),
        db ->
            db.sql("update recording set pauses = pauses + 1 where workspace = ? and id = ?")
                .param(workspace.value())
                .param(recording.value())
                .update());
  }

  /// It is whole, as its file says; also after a crash.
  void written(WorkspaceId workspace, String file, Duration length) {
    database.in(
        workspace.value(),
        db ->
            db.sql("update recording set length_ms = ? where workspace = ? and file = ?")
                .param(length.toMillis())
                .param(workspace.value())
                .param(file)
                .update());
  }

  void failed(WorkspaceId workspace, String file) {
    database.in(
        workspace.value(),
        db ->
            db.sql("update recording set failed = true where workspace = ? and file = ?")
                .param(workspace.value())
                .param(file)
                .update());
  }

  public Optional<CallRecording> find(WorkspaceId workspace, RecordingId id) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(SELECT + "id = ?")
                .param(workspace.value())
                .param(id.value())
                .query(RecordingStore::recording)
                .optional());
  }

  /// Of some calls, in the order in which they began.
  public List<CallRecording> ofCalls(WorkspaceId workspace, Collection<InteractionId> calls) {
    if (calls.isEmpty()) return List.of();
    var wanted = calls.stream().map(InteractionId::value).toArray(Long[]::new);
    return database.in(
        workspace.value(),
        db ->
            db.sql(SELECT + "interaction = any(?) order by began, id")
                .param(workspace.value())
                .param(wanted)
                .query(RecordingStore::recording)
                .list());
  }

  private static CallRecording recording(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    long length = row.getLong("length_ms");
    boolean writing = row.wasNull();
    return new CallRecording(
        new RecordingId(row.getLong("id")),
        new InteractionId(row.getLong("interaction")),
        new UserId(row.getLong("agent")),
        row.getString("file"),
        row.getObject("began", OffsetDateTime.class).toInstant(),
        row.getInt("pauses"),
        writing ? null : Duration.ofMillis(length),
        row.getBoolean("failed"));
  }
}
