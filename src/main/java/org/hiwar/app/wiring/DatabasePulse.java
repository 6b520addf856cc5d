package org.hiwar.app.wiring;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hiwar.desktop.desk.Pulse;
import org.jspecify.annotations.Nullable;

/// Asks the database for a sign of life, over a connection of its own: one from the pool would tell
/// how busy we are. Used by the thread of the pulse alone.
final class DatabasePulse implements Pulse.Check {
  private final DataSource source;
  private @Nullable Connection connection;

  DatabasePulse(DataSource source) {
    this.source = source;
  }

  @Override
  public void ask() throws SQLException {
    var open = connection;
    try {
      if (open == null) open = source.getConnection();
      connection = open;
      try (var statement = open.createStatement()) {
        statement.execute("select 1");
      }
    } catch (SQLException e) {
      connection = null;
      if (open != null) open.close();
      throw e;
    }
  }
}
