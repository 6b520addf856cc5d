package org.hiwar.voice.call;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.removal.FileRemovalStore;
import org.hiwar.conversation.removal.Person;
import org.hiwar.conversation.removal.RemovedFiles;
import org.hiwar.conversation.removal.Said;
import org.hiwar.conversation.removal.Traces;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.voice.media.record.Recorder;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Calls of people and their recordings: handed out, and removed.
@Component
class CallTracesStore implements Traces {
  private final Database database;
  private final RecordingStore recordings;
  private final Recorder recorder;
  private final FileRemovalStore files;

  CallTracesStore(
      Database database, RecordingStore recordings, Recorder recorder, FileRemovalStore files) {
    this.database = database;
    this.recordings = recordings;
    this.recorder = recorder;
    this.files = files;
  }

  @Override
  public void remove(WorkspaceId workspace, Said said) {
    var gone =
        database.in(
            workspace.value(),
            db -> {
              var sounds =
                  db.sql(
                          "delete from recording where workspace = ? and interaction = any(?)"
                              + " returning file")
                      .params(workspace.value(), said.interactions())
                      .query(String.class)
                      .list();
              db.sql("delete from consultation where workspace = ? and interaction = any(?)")
                  .params(workspace.value(), said.interactions())
                  .update();
              db.sql("delete from call where workspace = ? and id = any(?)")
                  .params(workspace.value(), said.interactions())
                  .update();
              return sounds;
            });
    files.add(workspace, RemovedFiles.Kind.RECORDING, gone);
  }

  @Override
  public long recordings(WorkspaceId workspace, Person person) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select count(*) from interaction i join recording r on r.workspace = i.workspace and r.interaction = i.id
                    where i.workspace = ? and i.contact = any(?)\
                    """)
                .params(workspace.value(), person.ids())
                .query(Long.class)
                .single());
  }

  @Override
  public List<Rows> rows(WorkspaceId workspace, Said said) {
    return List.of(
        rows(workspace, said, "calls", "call", "id", "'sip_call', 'trunk'"),
        rows(workspace, said, "recordings", "recording", "interaction", "'file'"),
        rows(workspace, said, "consultations", "consultation", "interaction", "'number'"));
  }

  /// What is about our own lines, and about others, stays.
  private static Rows rows(
      WorkspaceId workspace, Said said, String name, String table, String by, String without) {
    return new Rows(
        name,
        new SqlPart(
            "select to_jsonb(t) - array['workspace', %s] from %s t where t.workspace = ? and t.%s = any(?) order by t.id"
                .formatted(without, table, by),
            List.of(workspace.value(), said.interactions())));
  }

  @Override
  public List<PersonFile> files(WorkspaceId workspace, Said said) {
    var calls = Arrays.stream(said.interactions()).mapToObj(InteractionId::new).toList();
    return recordings.ofCalls(workspace, calls).stream()
        .flatMap(recording -> file(recording).stream())
        .toList();
  }

  private Optional<PersonFile> file(CallRecording recording) {
    return recorder
        .file(recording.file())
        .map(
            sound ->
                new PersonFile(
                    "recordings/"
                        + recording.id()
                        + (sound.type().equals("audio/ogg") ? ".ogg" : ".wav"),
                    sound.sound(),
                    Privilege.LISTEN_TO_RECORDINGS));
  }
}
