package org.hiwar.channel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// Connections on which every kind of commit that writes meets every fault, some of them one behind
/// the other. A kind is what was written last before it.
final class FaultyCommits extends AbstractDataSource {
  enum Fault {
    /// The database says that it cannot, and takes back what was done.
    REFUSED,
    /// The connection breaks before the database knows of the commit.
    BROKEN_BEFORE,
    /// The database commits, and the connection breaks before it can say so.
    BROKEN_AFTER
  }

  private static final Optional<Fault> NONE = Optional.empty();
  private static final Optional<Fault> REFUSED = Optional.of(Fault.REFUSED);
  private static final Optional<Fault> BEFORE = Optional.of(Fault.BROKEN_BEFORE);
  private static final Optional<Fault> AFTER = Optional.of(Fault.BROKEN_AFTER);

  /// What the commits of one kind meet, one after the other. After these all go well.
  private static final List<Optional<Fault>> COURSE =
      List.of(AFTER, REFUSED, NONE, BEFORE, NONE, NONE, AFTER, AFTER, REFUSED);

  private final DataSource real;
  private final Map<String, Queue<Optional<Fault>>> left = new ConcurrentHashMap<>();
  private final Map<String, Set<Fault>> met = new ConcurrentHashMap<>();

  FaultyCommits(DataSource real) {
    this.real = real;
  }

  /// Which faults each kind of commit has met.
  Map<String, Set<Fault>> met() {
    return new TreeMap<>(met);
  }

  /// One connection, in use by one thread.
  private static final class Session {
    final Connection db;
    String last = "";

    Session(Connection db) {
      this.db = db;
    }

    void note(String sql) throws SQLException {
      var kind = kind(sql);
      if (!kind.isEmpty() || db.getAutoCommit()) last = kind;
    }
  }

  /// Verb and table of the first part that writes; empty: none does.
  private static String kind(String sql) {
    var words = sql.strip().split("\\s+");
    for (int i = 0; i + 2 < words.length; i++) {
      if (words[i].equals("insert") && words[i + 1].equals("into")) return "insert " + words[i + 2];
      if (words[i].equals("update") && words[i + 2].matches("set|[a-z]"))
        return "update " + words[i + 1];
    }
    return "";
  }

  @Override
  public Connection getConnection() throws SQLException {
    var session = new Session(real.getConnection());
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().equals("commit")) return commit(session, method, arguments);
              var result = call(session.db, method, arguments);
              if (!(result instanceof PreparedStatement statement)) return result;
              return watched(session, statement, (String) arguments[0]);
            });
  }

  @Override
  public Connection getConnection(String user, String password) {
    throw new UnsupportedOperationException();
  }

  private Object watched(Session session, PreparedStatement statement, String sql) {
    return Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {PreparedStatement.class},
        (_, method, arguments) -> {
          if (!method.getName().startsWith("execute")) return call(statement, method, arguments);
          session.note(sql);
          return session.db.getAutoCommit()
              ? carryOut(session, statement, method, arguments)
              : call(statement, method, arguments);
        });
  }

  private @Nullable Object commit(Session session, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return carryOut(session, session.db, method, arguments);
    } finally {
      session.last = "";
    }
  }

  /// What commits: the call itself, or a statement that is a transaction of its own.
  private @Nullable Object carryOut(
      Session session, Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    var fault = next(session.last);
    if (fault == null) return call(target, method, arguments);
    switch (fault) {
      case REFUSED -> {
        if (!session.db.getAutoCommit()) session.db.rollback();
        throw new SQLException("no space left on device", "53100");
      }
      case BROKEN_BEFORE -> throw broken(session);
      case BROKEN_AFTER -> {
        call(target, method, arguments);
        throw broken(session);
      }
    }
    throw new AssertionError(fault);
  }

  private static SQLException broken(Session session) throws SQLException {
    session.db.abort(Runnable::run);
    return new SQLException("an I/O error occurred", "08006");
  }

  private @Nullable Fault next(String kind) {
    if (kind.isEmpty()) return null;
    var fault = left.computeIfAbsent(kind, _ -> new ConcurrentLinkedQueue<>(COURSE)).poll();
    if (fault == null || fault.isEmpty()) return null;
    met.computeIfAbsent(kind, _ -> ConcurrentHashMap.newKeySet()).add(fault.get());
    return fault.get();
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
