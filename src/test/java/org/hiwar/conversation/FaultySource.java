package org.hiwar.conversation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// Makes connections that fail when told to.
final class FaultySource extends AbstractDataSource {
  private final DataSource real;
  /// While true no connection can be made.
  volatile boolean down;
  /// How many more statements shall be carried out and their answer be lost.
  final AtomicInteger lostAnswers = new AtomicInteger();
  /// How many more transactions shall be committed and the answer be lost.
  final AtomicInteger lostCommits = new AtomicInteger();
  /// How many more statements shall be lost before they reach the database.
  final AtomicInteger lostQuestions = new AtomicInteger();
  /// The states of the errors that the database answers next, having done nothing.
  final Queue<String> errors = new ConcurrentLinkedQueue<>();
  /// The database's processes for the connections that were made, by number.
  final Set<Integer> backends = ConcurrentHashMap.newKeySet();

  FaultySource(DataSource real) {
    this.real = real;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (down) throw new SQLException("connection refused", "08001");
    var db = real.getConnection();
    backends.add(db.unwrap(PGConnection.class).getBackendPID());
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Connection.class}, on(db));
  }

  @Override
  public Connection getConnection(String user, String password) {
    throw new UnsupportedOperationException();
  }

  private java.lang.reflect.InvocationHandler on(Connection db) {
    return (_, method, arguments) -> {
      var result = call(db, method, arguments);
      if (method.getName().equals("commit")
          && lostCommits.getAndUpdate(n -> Math.max(0, n - 1)) > 0) throw broken(db);
      if (!(result instanceof PreparedStatement statement)) return result;
      return Proxy.newProxyInstance(
          getClass().getClassLoader(),
          new Class<?>[] {PreparedStatement.class},
          (_, m, a) ->
              m.getName().startsWith("execute")
                  ? execute(db, statement, m, a)
                  : call(statement, m, a));
    };
  }

  private Object execute(
      Connection db, PreparedStatement statement, Method method, Object[] arguments)
      throws Throwable {
    if (lostQuestions.getAndUpdate(n -> Math.max(0, n - 1)) > 0) throw broken(db);
    var error = lostAnswers.get() + lostCommits.get() > 0 ? null : errors.poll();
    if (error != null) throw new SQLException("as the test wants it", error);
    var result = call(statement, method, arguments);
    if (lostAnswers.getAndUpdate(n -> Math.max(0, n - 1)) > 0) throw broken(db);
    return result;
  }

  private static SQLException broken(Connection db) throws SQLException {
    db.close();
    return new SQLException("an I/O error occurred", "08006");
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
