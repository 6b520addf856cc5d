package org.hiwar.voice.line;

import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.hiwar.voice.call.CallerIds;
import org.hiwar.voice.call.RecordingRules;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// What services do with calls.
@Component
public class ServiceVoiceStore implements CallerIds, RecordingRules {
  private final Database database;

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
                        "select caller_id, recording from service_voice"
                            + " where workspace = ? and service = ?")
                    .params(workspace.value(), service.value())
                    .query(
                        (row, _) -> {
                          long caller = row.getLong("caller_id");
                          return new ServiceVoice(
                              row.wasNull() ? null : new PhoneNumberId(caller),
                              Rule.valueOf(row.getString("recording")));
                        })
                    .optional())
        .orElse(ServiceVoice.USUAL);
  }

  public void set(WorkspaceId workspace, ServiceId service, ServiceVoice voice) {
    var caller = voice.callerId();
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into service_voice (workspace, service, caller_id, recording) values (?, ?, ?, ?)
                    on conflict (workspace, service) do update set caller_id = excluded.caller_id, recording = excluded.recording\
                    """)
                .param(workspace.value())
                .param(service.value())
                .param(caller == null ? null : caller.value())
                .param(voice.recording().name())
                .update());
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
  public Rule rule(WorkspaceId workspace, ServiceId service) {
    return of(workspace, service).recording();
  }
}
