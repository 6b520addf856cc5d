package org.hiwar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What customers thought of interactions.
@Component
public class RatingStore {
  private final Database database;
  private final Clock clock;

  public RatingStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Keeps it unless there is one; what is kept now.
  ///
  /// @param remark as typed; control characters but line breaks are left out
  public Rating keep(WorkspaceId workspace, InteractionId interaction, int stars, String remark) {
    var clean = remark.replaceAll("[\\p{Cntrl}\\p{Cs}&&[^\\n]]+", " ").strip();
    return database.in(
        workspace.value(),
        db -> {
          db.sql(
                  """
                  insert into rating (workspace, interaction, stars, remark, at) values (?, ?, ?, ?, ?)
                  on conflict (workspace, interaction) do nothing\
                  """)
              .params(
                  workspace.value(),
                  interaction.value(),
                  stars,
                  clean,
                  Micros.parameter(Micros.now(clock)))
              .update();
          return find(db, workspace, interaction).orElseThrow();
        });
  }

  /// Those that were rated.
  public Map<InteractionId, Rating> of(
      WorkspaceId workspace, Collection<InteractionId> interactions) {
    if (interactions.isEmpty()) return Map.of();
    var ratings = new HashMap<InteractionId, Rating>();
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select interaction, stars, remark, at from rating where workspace = ? and"
                        + " interaction = any(?)")
                .param(workspace.value())
                .param(interactions.stream().map(InteractionId::value).toArray(Long[]::new))
                .query(
                    (row, nr) ->
                        ratings.put(new InteractionId(row.getLong("interaction")), rating(row, nr)))
                .list());
    return ratings;
  }

  private static Optional<Rating> find(
      JdbcClient db, WorkspaceId workspace, InteractionId interaction) {
    return db.sql("select stars, remark, at from rating where workspace = ? and interaction = ?")
        .params(workspace.value(), interaction.value())
        .query(RatingStore::rating)
        .optional();
  }

  private static Rating rating(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new Rating(row.getInt("stars"), row.getString("remark"), Micros.instant(row, "at"));
  }
}
