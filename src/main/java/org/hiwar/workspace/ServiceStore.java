package org.hiwar.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.springframework.stereotype.Component;

/// Services.
@Component
public class ServiceStore {
  private static final String COLUMNS =
      """
      select id, name, medium, prefers_level, priority_worth_ms, offer_ms, wrap_up_ms, prefers_last_agent, prefer_for_ms,
             relax_after_ms, inactivity_ms, abandon_after_ms, requires_disposition,
             pulled, precedence, answer_within_ms, most
      from service where workspace = ?
      """;

  private final Database database;

  public ServiceStore(Database database) {
    this.database = database;
  }

  /// Adds the service and its skill, which has the same id.
  public void add(WorkspaceId workspace, Service service) {
    database.in(
        workspace.value(),
        db -> {
          db.sql("insert into skill (workspace, id, kind, name) values (?, ?, 'SERVICE', ?)")
              .params(workspace.value(), service.id().value(), service.name())
              .update();
          return db.sql(
                  """
                  insert into service (workspace, id, name, medium, prefers_level, priority_worth_ms, offer_ms, wrap_up_ms, prefers_last_agent,
                                       prefer_for_ms, relax_after_ms, inactivity_ms, abandon_after_ms, requires_disposition,
                                       pulled, precedence, answer_within_ms, most)
                  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                  """)
              .params(
                  workspace.value(),
                  service.id().value(),
                  service.name(),
                  service.medium().name(),
                  service.prefersLevel(),
                  service.priorityWorth().toMillis(),
                  service.offer().toMillis(),
                  service.wrapUp().toMillis(),
                  service.prefersLastAgent(),
                  service.preferFor().toMillis(),
                  service.relaxAfter().toMillis(),
                  service.inactivity().toMillis(),
                  service.abandonAfter().toMillis(),
                  service.requiresDisposition(),
                  service.pulled(),
                  service.precedence(),
                  service.answerWithin().toMillis(),
                  service.most())
              .update();
        });
  }

  public Optional<Service> find(WorkspaceId workspace, ServiceId service) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "and id = ?")
                .params(workspace.value(), service.value())
                .query(ServiceStore::row)
                .optional());
  }

  /// By name.
  public List<Service> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "order by name, id")
                .params(workspace.value())
                .query(ServiceStore::row)
                .list());
  }

  /// Another name, and how long its offers ring.
  public void change(WorkspaceId workspace, ServiceId service, String name, Duration offer) {
    database.in(
        workspace.value(),
        db -> {
          db.sql("update skill set name = ? where workspace = ? and id = ?")
              .params(name, workspace.value(), service.value())
              .update();
          return db.sql("update service set name = ?, offer_ms = ? where workspace = ? and id = ?")
              .params(name, offer.toMillis(), workspace.value(), service.value())
              .update();
        });
  }

  /// Everything but its id and its medium, and how its mails come to agents.
  ///
  /// @throws DuplicateKeyException another service has the name
  public void change(WorkspaceId workspace, Service service) {
    database.in(
        workspace.value(),
        db -> {
          db.sql("update skill set name = ? where workspace = ? and id = ?")
              .params(service.name(), workspace.value(), service.id().value())
              .update();
          return db.sql(
                  """
                  update service set name = ?, prefers_level = ?, priority_worth_ms = ?, offer_ms = ?, wrap_up_ms = ?,
                    prefers_last_agent = ?, prefer_for_ms = ?, relax_after_ms = ?, inactivity_ms = ?, abandon_after_ms = ?,
                    requires_disposition = ?, precedence = ?, most = ? where workspace = ? and id = ?\
                  """)
              .params(
                  service.name(),
                  service.prefersLevel(),
                  service.priorityWorth().toMillis(),
                  service.offer().toMillis(),
                  service.wrapUp().toMillis(),
                  service.prefersLastAgent(),
                  service.preferFor().toMillis(),
                  service.relaxAfter().toMillis(),
                  service.inactivity().toMillis(),
                  service.abandonAfter().toMillis(),
                  service.requiresDisposition(),
                  service.precedence(),
                  service.most(),
                  workspace.value(),
                  service.id().value())
              .update();
        });
  }

  /// How the mails of a service come to agents, and in which order.
  public void changeMails(
      WorkspaceId workspace,
      ServiceId service,
      boolean pulled,
      int precedence,
      Duration answerWithin) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update service set pulled = ?, precedence = ?, answer_within_ms = ? where workspace = ? and id = ?\
                    """)
                .params(
                    pulled, precedence, answerWithin.toMillis(), workspace.value(), service.value())
                .update());
  }

  /// With its skill, its teams and what it needs. Only of a service that nothing ever came to.
  ///
  /// @throws DataIntegrityViolationException something still belongs to it
  public void remove(WorkspaceId workspace, ServiceId service) {
    database.in(
        workspace.value(),
        db -> {
          for (var statement :
              List.of(
                  "delete from service_team where workspace = ? and service = ?",
                  "delete from service_skill where workspace = ? and service = ?",
                  "delete from service where workspace = ? and id = ?",
                  "delete from user_skill where workspace = ? and skill = ?",
                  "delete from skill where workspace = ? and id = ?"))
            db.sql(statement).params(workspace.value(), service.value()).update();
          return service;
        });
  }

  private static Service row(ResultSet row, int number) throws SQLException {
    return new Service(
        new ServiceId(row.getLong("id")),
        row.getString("name"),
        Medium.valueOf(row.getString("medium")),
        row.getBoolean("prefers_level"),
        ms(row, "priority_worth_ms"),
        ms(row, "offer_ms"),
        ms(row, "wrap_up_ms"),
        row.getBoolean("prefers_last_agent"),
        ms(row, "prefer_for_ms"),
        ms(row, "relax_after_ms"),
        ms(row, "inactivity_ms"),
        ms(row, "abandon_after_ms"),
        row.getBoolean("requires_disposition"),
        row.getBoolean("pulled"),
        row.getInt("precedence"),
        ms(row, "answer_within_ms"),
        row.getInt("most"));
  }

  private static Duration ms(ResultSet row, String column) throws SQLException {
    return Duration.ofMillis(row.getLong(column));
  }
}
