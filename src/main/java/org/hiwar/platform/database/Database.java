package org.hiwar.platform.database;

import java.sql.Connection;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Transactions in the name of one workspace. Row-level security shows a statement only the rows of
/// the workspace that its transaction has set; without one it sees nothing.
public class Database {
  private final JdbcClient jdbc;
  private final JdbcTemplate connections;
  private final TransactionTemplate transactions;

  /// The workspace that this thread's transaction has set already: stores call each other, and each
  /// time it was set anew was a message to the server and back.
  private final ThreadLocal<Scope> inside = new ThreadLocal<>();

  /// The transaction of a thread. `told`: the server knows whose it is.
  private static final class Scope {
    final long workspace;
    boolean told;

    Scope(long workspace) {
      this.workspace = workspace;
    }
  }

  public Database(DataSource source) {
    jdbc = JdbcClient.create(source);
    connections = new JdbcTemplate(source);
    transactions = new TransactionTemplate(new JdbcTransactionManager(source));
  }

  @FunctionalInterface
  public interface Work<T extends @org.jspecify.annotations.Nullable Object> {
    T in(JdbcClient db);
  }

  /// Runs `work` in one transaction of `workspace` (the value of a `WorkspaceId`), committed when
  /// it returns. An enclosing transaction of the same thread is joined.
  public <T extends @org.jspecify.annotations.Nullable Object> T in(long workspace, Work<T> work) {
    return transactions.execute(
        _ -> {
          var outer = inside.get();
          if (outer != null) {
            tell(own(outer, workspace));
            return work.in(jdbc);
          }
          var scope = new Scope(workspace);
          tell(scope);
          inside.set(scope);
          try {
            return work.in(jdbc);
          } finally {
            inside.remove();
          }
        });
  }

  private static Scope own(Scope scope, long workspace) {
    if (scope.workspace != workspace)
      throw new IllegalStateException("a transaction of one workspace asks for another");
    return scope;
  }

  private void tell(Scope scope) {
    if (scope.told) return;
    jdbc.sql("select set_config('hiwar.workspace', ?, true)")
        .param(Long.toString(scope.workspace))
        .query(String.class)
        .single();
    scope.told = true;
  }

  /// Runs `work` in one transaction of `workspace`, as [#in] does. For work that begins with a
  /// message ([#ask] or [#run]): it tells the workspace, too, and no message is sent for that
  /// alone.
  public <T extends @org.jspecify.annotations.Nullable Object> T together(
      long workspace, Supplier<T> work) {
    return transactions.execute(
        _ -> {
          var outer = inside.get();
          if (outer != null) {
            own(outer, workspace);
            return work.get();
          }
          inside.set(new Scope(workspace));
          try {
            return work.get();
          } finally {
            inside.remove();
          }
        });
  }

  /// As [#in]; and when the transaction is over, an enclosing one of the same thread included, and
  /// whatever became of it, runs `then`.
  public <T extends @org.jspecify.annotations.Nullable Object> T in(
      long workspace, Work<T> work, Runnable then) {
    return in(
        workspace,
        db -> {
          TransactionSynchronizationManager.registerSynchronization(
              new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                  then.run();
                }
              });
          return work.in(db);
        });
  }

  /// Answers several queries in one transaction of `workspace` that is one message to the server
  /// and back: for what is read so often that the messages around it cost more than itself.
  public void ask(long workspace, List<Question> questions) {
    var scope = inside.get();
    if (scope != null) own(scope, workspace);
    connections.execute(
        (Connection db) -> {
          OneMessage.ask(db, workspace, questions);
          return workspace;
        });
    if (scope != null) scope.told = true;
  }

  /// Carries out several statements in one transaction of `workspace` that is one message to the
  /// server and back; not to be called in a transaction.
  public void tell(long workspace, List<SqlPart> parts) {
    if (inside.get() != null) throw new IllegalStateException("there is a transaction already");
    connections.execute(
        (Connection db) -> {
          OneMessage.tell(db, workspace, parts);
          return workspace;
        });
  }

  /// Carries out several statements in one message, in the transaction that this thread is in.
  public void run(List<SqlPart> parts) {
    var scope = inside.get();
    if (scope == null) throw new IllegalStateException("there is no transaction");
    connections.execute(
        (Connection db) -> {
          if (scope.told) OneMessage.execute(db, parts);
          else OneMessage.tell(db, scope.workspace, parts);
          return parts.size();
        });
    scope.told = true;
  }

  /// Runs `work` without a workspace: only the directory of workspaces is visible.
  public <T extends @org.jspecify.annotations.Nullable Object> T inDirectory(Work<T> work) {
    return transactions.execute(_ -> work.in(jdbc));
  }
}
