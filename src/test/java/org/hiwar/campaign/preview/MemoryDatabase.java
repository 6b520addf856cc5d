package org.hiwar.campaign.preview;

import java.sql.Connection;
import java.sql.SQLException;
import org.hiwar.platform.database.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// Transactions of a simulation: on a real database, or on tables in memory. What stands around
/// each of them is the simulation's: others go between, or the transaction fails, before or after
/// its commit.
final class MemoryDatabase extends Database {
  /// Before each transaction, and after each that has been committed.
  interface Around {
    void before();

    void after();
  }

  private static final AbstractDataSource NOWHERE =
      new AbstractDataSource() {
        @Override
        public Connection getConnection() throws SQLException {
          throw new SQLException("the tables are in memory");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
          return getConnection();
        }
      };
  static final JdbcClient NONE = JdbcClient.create(NOWHERE);

  private final @Nullable Database real;
  private final @Nullable Tables tables;
  private final Around around;
  private boolean inside;

  MemoryDatabase(Tables tables, Around around) {
    super(NOWHERE);
    this.real = null;
    this.tables = tables;
    this.around = around;
  }

  MemoryDatabase(Database real, Around around) {
    super(NOWHERE);
    this.real = real;
    this.tables = null;
    this.around = around;
  }

  @Override
  public <T extends @Nullable Object> T in(long workspace, Work<T> work) {
    if (inside) return joined(workspace, work);
    around.before();
    inside = true;
    T done;
    try {
      done = tables == null ? joined(workspace, work) : tables.in(() -> work.in(NONE));
    } finally {
      inside = false;
    }
    around.after();
    return done;
  }

  private <T extends @Nullable Object> T joined(long workspace, Work<T> work) {
    return real == null ? work.in(NONE) : real.in(workspace, work);
  }
}
