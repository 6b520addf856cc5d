package org.hiwar.voice.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hiwar.platform.database.Database;
import org.hiwar.voice.device.AgentDevice.Browser;
import org.hiwar.voice.device.AgentDevice.Number;
import org.hiwar.voice.device.AgentDevice.Phone;
import org.hiwar.voice.sip.DialString;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What agents have chosen to telephone with.
@Component
public class AgentDeviceStore {
  private final Database database;

  public AgentDeviceStore(Database database) {
    this.database = database;
  }

  /// Of those who telephone with something else than the browser.
  Map<UserId, AgentDevice> all(WorkspaceId workspace) {
    var all = new LinkedHashMap<UserId, AgentDevice>();
    database.in(
        workspace.value(),
        db -> {
          db.sql("select agent, phone, number from agent_device where workspace = ?")
              .param(workspace.value())
              .query(
                  row -> {
                    all.put(new UserId(row.getLong("agent")), device(row));
                  });
          return all;
        });
    return all;
  }

  void set(WorkspaceId workspace, UserId agent, AgentDevice device) {
    switch (device) {
      case Browser _ -> clear(workspace, agent);
      case Phone(var id) -> set(workspace, agent, "PHONE", id.value(), null);
      case Number(var number) -> set(workspace, agent, "NUMBER", null, number.text());
    }
  }

  /// Whoever had chosen this telephone is back in the browser.
  public void forget(WorkspaceId workspace, SipPhoneId phone) {
    database.in(
        workspace.value(),
        db ->
            db.sql("delete from agent_device where workspace = ? and phone = ?")
                .param(workspace.value())
                .param(phone.value())
                .update());
  }

  private void clear(WorkspaceId workspace, UserId agent) {
    database.in(
        workspace.value(),
        db ->
            db.sql("delete from agent_device where workspace = ? and agent = ?")
                .param(workspace.value())
                .param(agent.value())
                .update());
  }

  private void set(
      WorkspaceId workspace,
      UserId agent,
      String kind,
      @Nullable Long phone,
      @Nullable String number) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into agent_device (workspace, agent, kind, phone, number) values (?, ?, ?, ?, ?)
                    on conflict (workspace, agent) do update set kind = excluded.kind, phone = excluded.phone, number = excluded.number\
                    """)
                .param(workspace.value())
                .param(agent.value())
                .param(kind)
                .param(phone)
                .param(number)
                .update());
  }

  private static AgentDevice device(ResultSet row) throws SQLException {
    var number = row.getString("number");
    return number == null
        ? new Phone(new SipPhoneId(row.getLong("phone")))
        : new Number(new DialString(number));
  }
}
