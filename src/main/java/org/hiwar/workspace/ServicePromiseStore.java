package org.hiwar.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.hiwar.platform.Recent;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.hours.CentreHours;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What services promise. Remembered, because every message and call may ask.
@Component
public class ServicePromiseStore {
  private static final int REMEMBERED = 1_000;

  private final Database database;
  private final JsonMapper json = JsonMapper.shared();
  private final Recent<WorkspaceId, Map<ServiceId, ServicePromise>> recent =
      new Recent<>(REMEMBERED, System::nanoTime);

  private record Promised(ServiceId service, ServicePromise promise) {}

  public ServicePromiseStore(Database database) {
    this.database = database;
  }

  /// Of a service that is not there: [ServicePromise#NONE].
  public ServicePromise of(WorkspaceId workspace, ServiceId service) {
    return all(workspace).getOrDefault(service, ServicePromise.NONE);
  }

  public Map<ServiceId, ServicePromise> all(WorkspaceId workspace) {
    return recent.get(workspace, () -> read(workspace));
  }

  private Map<ServiceId, ServicePromise> read(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db
                .sql(
                    "select id, hours, closed_en, closed_ar, silence_ms, promise_percent,"
                        + " promise_ms from service where workspace = ?")
                .params(workspace.value())
                .query(this::row)
                .list()
                .stream()
                .collect(Collectors.toMap(Promised::service, Promised::promise)));
  }

  public void set(WorkspaceId workspace, ServiceId service, ServicePromise promise) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update service set hours = ?::jsonb, closed_en = ?, closed_ar = ?, silence_ms = ?, promise_percent = ?, promise_ms = ? where workspace = ? and id = ?\
                    """)
                .param(json.writeValueAsString(promise.hours()))
                .param(promise.closed().english())
                .param(promise.closed().arabic())
                .param(promise.silence().toMillis())
                .param(promise.percent())
                .param(promise.within().toMillis())
                .param(workspace.value())
                .param(service.value())
                .update(),
        () -> recent.forget(workspace));
  }

  private Promised row(ResultSet row, int number) throws SQLException {
    var promise =
        new ServicePromise(
            hours(row.getString("hours")),
            new ServicePromise.Closed(row.getString("closed_en"), row.getString("closed_ar")),
            Duration.ofMillis(row.getLong("silence_ms")),
            row.getInt("promise_percent"),
            Duration.ofMillis(row.getLong("promise_ms")));
    return new Promised(new ServiceId(row.getLong("id")), promise);
  }

  private CentreHours hours(@Nullable String stored) {
    return stored == null
        ? CentreHours.always(ZoneOffset.UTC)
        : json.readValue(stored, CentreHours.class);
  }
}
