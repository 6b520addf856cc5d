package org.hiwar.voice.line;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.hiwar.platform.Recent;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// What workspaces may dial.
@Component
public class CallLimitsStore {
  private static final int REMEMBERED = 1_000;

  private final Database database;
  private final Recent<WorkspaceId, CallLimits> recent = new Recent<>(REMEMBERED, System::nanoTime);

  public CallLimitsStore(Database database) {
    this.database = database;
  }

  /// [CallLimits#USUAL] where nothing was set.
  public CallLimits of(WorkspaceId workspace) {
    return database
        .in(
            workspace.value(),
            db ->
                db.sql(
                        """
                        select country, open_countries, opens_premium, opens_local, calls_a_minute, calls_at_once
                        from call_limits where workspace = ?\
                        """)
                    .param(workspace.value())
                    .query(CallLimitsStore::row)
                    .optional())
        .orElse(CallLimits.USUAL);
  }

  /// The same for every call that comes, without asking the database each time.
  CallLimits forCalls(WorkspaceId workspace) {
    return recent.get(workspace, () -> of(workspace));
  }

  public void set(WorkspaceId workspace, CallLimits limits) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into call_limits (workspace, country, open_countries, opens_premium, opens_local, calls_a_minute, calls_at_once)
                    values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (workspace) do update set country = excluded.country, open_countries = excluded.open_countries,
                      opens_premium = excluded.opens_premium, opens_local = excluded.opens_local,
                      calls_a_minute = excluded.calls_a_minute, calls_at_once = excluded.calls_at_once\
                    """)
                .param(workspace.value())
                .param(limits.country())
                .param(limits.openCountries().stream().sorted().toArray(String[]::new))
                .param(limits.opensPremium())
                .param(limits.opensLocal())
                .param(limits.callsAMinute())
                .param(limits.callsAtOnce())
                .update(),
        () -> recent.forget(workspace));
  }

  private static CallLimits row(ResultSet row, int number) throws SQLException {
    return new CallLimits(
        row.getString("country"),
        Set.of((String[]) row.getArray("open_countries").getArray()),
        row.getBoolean("opens_premium"),
        row.getBoolean("opens_local"),
        row.getInt("calls_a_minute"),
        row.getInt("calls_at_once"));
  }
}
