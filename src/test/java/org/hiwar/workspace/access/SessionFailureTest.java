package org.hiwar.workspace.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.AbstractDataSource;

class SessionFailureTest {
  private final DataSource gone =
      new AbstractDataSource() {
        @Override
        public Connection getConnection() throws SQLException {
          throw new SQLException("the database is away", "08001");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
          return getConnection();
        }
      };

  @Test
  void withoutADatabaseASessionIsNeitherLiveNorEnded() {
    var store = new SessionStore(new Database(gone), new AccessPolicy(true));
    var sessions = new Sessions(store, new Ids(Clock.systemUTC(), 1), Clock.systemUTC(), _ -> {});
    var cookie = new WorkspaceId(1) + "." + "A".repeat(43);
    assertThatThrownBy(() -> sessions.recognise(cookie))
        .isInstanceOf(CannotGetJdbcConnectionException.class);
  }
}
