package org.hiwar.voice.line;

import java.time.Duration;
import java.util.Optional;
import org.hiwar.platform.Recent;
import org.hiwar.platform.database.Database;
import org.hiwar.voice.call.CallerIds;
import org.hiwar.voice.call.QueueRules;
import org.hiwar.voice.call.RecordingRules;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// What services do with calls.
@Component
public class ServiceVoiceStore implements CallerIds, RecordingRules, QueueRules {
  private static final int REMEMBERED = 10_000;

  private final Database database;
  private final Recent<Key, ServiceVoice> recent = new Recent<>(REMEMBERED, System::nanoTime);

  private record Key(WorkspaceId workspace, ServiceId service) {}

  public ServiceVoiceStore(Database database) {
    this.database = database;
  }

  /// [ServiceVoice#USUAL] where nothing was set.
  public ServiceVoice of(WorkspaceId workspace, ServiceId service) {
    return database
        .in(
            workspace.value(),
            db ->
                db.sql(
                        "select caller_id, recording, announce, announce_every from service_voice"
                            + " where workspace = ? and service = ?")
                    .params(workspace.value(), service.value())
                    .query(
                        (row, _) -> {
                          long caller = row.getLong("caller_id");
                          return new ServiceVoice(
                              row.wasNull() ? null : new PhoneNumberId(caller),
                              RecordingRules.Rule.valueOf(row.getString("recording")),
                              new QueueRules.Rule(
                                  Announce.valueOf(row.getString("announce")),
                                  Duration.ofSeconds(row.getInt("announce_every"))));
                        })
                    .optional())
        .orElse(ServiceVoice.USUAL);
  }

  /// The same for every call that comes, without asking the database each time.
  private ServiceVoice forCalls(WorkspaceId workspace, ServiceId service) {
    return recent.get(new Key(workspace, service), () -> of(workspace, service));
  }

  public void set(WorkspaceId workspace, ServiceId service, ServiceVoice voice) {
    var caller = voice.callerId();
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into service_voice (workspace, service, caller_id, recording, announce, announce_every) values (?, ?, ?, ?, ?, ?)
                    on conflict (workspace, service) do update set caller_id = excluded.caller_id, recording = excluded.recording,
                      announce = excluded.announce, announce_every = excluded.announce_every\
                    """)
                .param(workspace.value())
                .param(service.value())
                .param(caller == null ? null : caller.value())
                .param(voice.recording().name())
                .param(voice.queue().announce().name())
                .param((int) voice.queue().every().toSeconds())
                .update(),
        () -> recent.forget(new Key(workspace, service)));
  }

  void remove(WorkspaceId workspace, ServiceId service) {
    database.in(
        workspace.value(),
        db ->
            db.sql("delete from service_voice where workspace = ? and service = ?")
                .params(workspace.value(), service.value())
                .update(),
        () -> recent.forget(new Key(workspace, service)));
  }

  @Override
  public Optional<Caller> callerId(WorkspaceId workspace, ServiceId service) {
    return database
        .in(
            workspace.value(),
            db ->
                db.sql(
                        """
                        select n.number from service_voice s join phone_number n on n.workspace = s.workspace and n.id = s.caller_id
                        where s.workspace = ? and s.service = ?\
                        """)
                    .params(workspace.value(), service.value())
                    .query(String.class)
                    .optional())
        .map(number -> new Caller.Number(new DialString(number)));
  }

  @Override
  public RecordingRules.Rule rule(WorkspaceId workspace, ServiceId service) {
    return forCalls(workspace, service).recording();
  }

  @Override
  public QueueRules.Rule queueRule(WorkspaceId workspace, ServiceId service) {
    return forCalls(workspace, service).queue();
  }
}
