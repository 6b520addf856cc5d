package org.hiwar.bench.channels;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// The index of addresses, and nothing around it.
final class BareIndex implements AutoCloseable {
  private final ChannelsPlace place;
  private final Connection connection;
  private final PreparedStatement statement;

  BareIndex(ChannelsPlace place) throws SQLException {
    this.place = place;
    connection = place.access.unlimited().getConnection();
    try (var set = connection.createStatement()) {
      set.execute("select set_config('hiwar.workspace', '" + place.workspace + "', false)");
    }
    statement =
        connection.prepareStatement(
            "select contact from contact_address where workspace = ? and kind = ? and value = ?");
  }

  void look(int contact) {
    var address = RecognitionBench.address(contact);
    try {
      statement.setLong(1, place.workspace.value());
      statement.setString(2, address.kind().name());
      statement.setString(3, address.value());
      try (var rows = statement.executeQuery()) {
        if (!rows.next()) throw new IllegalStateException("nobody has " + address);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
