package org.hiwar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.Trust;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// Reads interactions from rows.
final class InteractionRows {
  static final String COLUMNS =
      """
      i.id, i.conversation, i.contact, i.medium, i.channel, i.direction, i.service, i.language, i.entry, i.account, i.party, i.thread, i.trust, i.agent,
      i.arrived_at, i.accepted_at, i.live_until, i.ended_by, i.ended_at, i.outcome, i.disposition, i.notes, i.version, i.message_left
      """;
  static final String SELECT =
      "select " + COLUMNS + "from interaction i where i.workspace = ? and ";

  private InteractionRows() {}

  static Interaction interaction(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new Interaction(
        new InteractionId(row.getLong("id")),
        new ConversationId(row.getLong("conversation")),
        new ContactId(row.getLong("contact")),
        Medium.valueOf(row.getString("medium")),
        row.getString("channel"),
        Direction.valueOf(row.getString("direction")),
        new ServiceId(row.getLong("service")),
        row.getString("language"),
        orNull(row, "entry", Long::valueOf),
        orNull(row, "account", Long::valueOf),
        row.getString("party"),
        orNull(row, "thread", Long::valueOf),
        textOrNull(row, "trust", Trust::valueOf),
        orNull(row, "agent", UserId::new),
        Micros.instant(row, "arrived_at"),
        Micros.orNull(row, "accepted_at"),
        Micros.orNull(row, "live_until"),
        textOrNull(row, "ended_by", EndedBy::valueOf),
        Micros.orNull(row, "ended_at"),
        textOrNull(row, "outcome", Outcome::valueOf),
        orNull(row, "disposition", DispositionId::new),
        row.getString("notes"),
        row.getLong("version"),
        row.getBoolean("message_left"));
  }

  static <T> @Nullable T orNull(ResultSet row, String column, LongFunction<T> make)
      throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : make.apply(value);
  }

  static <T> @Nullable T textOrNull(ResultSet row, String column, Function<String, T> make)
      throws SQLException {
    var value = row.getString(column);
    return value == null ? null : make.apply(value);
  }
}
