package org.hiwar.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// How the application reaches its database.
///
/// A database that is stopped must be noticed, not waited for: whoever sends a message is told
/// within seconds that it is not stored. Hence the short limits on every wait.
public record DatabaseAccess(String url, String user, String password) {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  /// For whoever waits long for an answer as well: a busy machine is no reason to refuse a report,
  /// or to end a start.
  private static final Duration CONNECT_PATIENTLY = Duration.ofSeconds(10);

  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration WAIT_FOR_A_CONNECTION = Duration.ofSeconds(2);
  private static final int MOST_CONNECTIONS = 24;

  /// Connections shared by all requests. No statement on them may take longer than five seconds.
  public HikariDataSource pool(String name) {
    var pool = new HikariDataSource();
    pool.setPoolName(name);
    pool.setDataSource(limited(ANSWER));
    pool.setMaximumPoolSize(MOST_CONNECTIONS);
    pool.setMinimumIdle(4);
    pool.setConnectionTimeout(WAIT_FOR_A_CONNECTION.toMillis());
    pool.setValidationTimeout(1_000);
    pool.setKeepaliveTime(Duration.ofMinutes(1).toMillis());
    pool.setInitializationFailTimeout(
        -1); // a database that is away for the moment is no reason not to start
    return pool;
  }

  /// A connection of its own for each call, for one writer that keeps it. `answer` limits the wait
  /// for any answer; the server stops a little before, so that nothing goes on for nobody.
  public DataSource limited(Duration answer) {
    var source = source(answer.compareTo(ANSWER) > 0 ? CONNECT_PATIENTLY : CONNECT);
    source.setSocketTimeout((int) answer.toSeconds());
    source.setOptions("-c statement_timeout=" + answer.toMillis() * 9 / 10);
    return source;
  }

  /// A connection of its own for each call, for work that may take long: migrations.
  public PGSimpleDataSource unlimited() {
    return source(CONNECT_PATIENTLY);
  }

  private PGSimpleDataSource source(Duration connect) {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    source.setConnectTimeout((int) connect.toSeconds());
    source.setLoginTimeout((int) connect.toSeconds());
    source.setTcpKeepAlive(true);
    source.setApplicationName("hiwar");
    return source;
  }

  @Override
  public String toString() {
    return user + " at " + url; // never the password
  }
}
