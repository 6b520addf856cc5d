package org.hiwar.conversation;

import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hiwar.platform.Recent;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keeps the codes that agents give in chats, so that a customer who calls reaches the conversation
/// although the number is withheld or unknown (decision 8). A code lives as long as it says and its
/// conversation takes something in; who knows it may call again with it meanwhile.
public class CallCodeStore {
  /// Digits that another conversation has are drawn again; with so many drawn in vain the workspace
  /// gives more codes than there is room for.
  private static final int DRAWS = 20;

  private static final int REMEMBERED = 10_000;

  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;
  private final Recent<Asked, Boolean> recent = new Recent<>(REMEMBERED, System::nanoTime);

  private record Asked(WorkspaceId workspace, ServiceId service) {}

  public CallCodeStore(Database database, Clock clock, RandomGenerator random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
  }

  /// Gives the agent a code for their conversation; the one that lives already, for longer. Empty
  /// when it is not theirs, or takes nothing in any more.
  ///
  /// @param service whose callers are asked for it
  public Optional<CallCode> give(
      WorkspaceId workspace, ConversationId conversation, UserId agent, ServiceId service) {
    return database.in(
        workspace.value(),
        db ->
            isOpen(db, workspace, conversation, agent)
                ? Optional.of(give(db, workspace, conversation, service))
                : Optional.empty(),
        () -> recent.forget(new Asked(workspace, service)));
  }

  private CallCode give(
      JdbcClient db, WorkspaceId workspace, ConversationId conversation, ServiceId service) {
    forgetDead(db, workspace);
    var expires = Micros.now(clock).plus(ConversationLimits.CODE_LIVES);
    for (int i = 0; i < DRAWS; i++) {
      var drawn = "%06d".formatted(random.nextInt(1_000_000));
      var kept =
          db.sql(
                  """
                  insert into call_code (workspace, conversation, code, service, expires_at)
                  select ?, ?, ?, ?, ? where not exists (
                    select from call_code o where o.workspace = ? and o.code = ? and o.conversation <> ?)
                  on conflict (workspace, conversation) do update set service = excluded.service, expires_at = excluded.expires_at
                  returning code\
                  """)
              .param(workspace.value())
              .param(conversation.value())
              .param(drawn)
              .param(service.value())
              .param(Micros.parameter(expires))
              .param(workspace.value())
              .param(drawn)
              .param(conversation.value())
              .query(String.class)
              .optional();
      if (kept.isPresent()) return new CallCode(kept.get(), expires);
    }
    throw new IllegalStateException("no digits are left for a code");
  }

  private void forgetDead(JdbcClient db, WorkspaceId workspace) {
    db.sql("delete from call_code where workspace = ? and expires_at <= ?")
        .param(workspace.value())
        .param(Micros.parameter(Micros.now(clock)))
        .update();
  }

  /// Whether callers of this service may have been given a code. That there is none is remembered
  /// until one is given, because every call asks.
  public boolean anyFor(WorkspaceId workspace, ServiceId service) {
    return recent.get(new Asked(workspace, service), () -> given(workspace, service))
        && given(workspace, service);
  }

  private boolean given(WorkspaceId workspace, ServiceId service) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select exists (select from (select conversation from call_code where workspace = ? and service = ? and expires_at > ? offset 0) k
                      join conversation c on c.workspace = ? and c.id = k.conversation where c.closed_at is null)\
                    """)
                .param(workspace.value())
                .param(service.value())
                .param(Micros.parameter(Micros.now(clock)))
                .param(workspace.value())
                .query(Boolean.class)
                .single());
  }

  /// Locked, so that what begins with it is in the conversation before anybody closes it.
  private static boolean isOpen(
      JdbcClient db, WorkspaceId workspace, ConversationId conversation, UserId agent) {
    return db.sql(
            """
            select id from conversation where workspace = ? and id = ? and owner = ? and closed_at is null for no key update\
            """)
        .param(workspace.value())
        .param(conversation.value())
        .param(agent.value())
        .query(Long.class)
        .optional()
        .isPresent();
  }
}
