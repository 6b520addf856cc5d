package org.hiwar.floor.store;

import java.time.Instant;
import java.util.List;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Answer.Done;
import org.hiwar.floor.core.Answer.Ignored;
import org.hiwar.floor.core.Answer.Rejected;
import org.hiwar.floor.core.Reason;
import org.hiwar.platform.database.SqlPart;

/// Answers to commands with an idempotency key, as rows.
final class Answers {
  private static final String SQL =
      """
      insert into floor_command (workspace, key, batch, answer, at)
      select ?, key, ?, answer, from_us(?) from unnest(?::text[], ?::text[]) as t(key, answer)\
      """;
  private static final String FORGET =
      "delete from floor_command where workspace = ? and at < from_us(?)";

  private Answers() {}

  static SqlPart part(long workspace, Batch batch) {
    var key = batch.answers().stream().map(Batch.Given::key).toArray(String[]::new);
    var answer =
        batch.answers().stream().map(given -> write(given.answer())).toArray(String[]::new);
    return new SqlPart(SQL, List.of(workspace, batch.number(), Micros.of(batch.at()), key, answer));
  }

  static SqlPart forget(long workspace, Instant before) {
    return new SqlPart(FORGET, List.of(workspace, Micros.of(before)));
  }

  static String write(Answer answer) {
    return switch (answer) {
      case Done _ -> "DONE";
      case Ignored(Reason why) -> "IGNORED " + why;
      case Rejected(Reason why) -> "REJECTED " + why;
    };
  }

  static Answer read(String text) {
    if (text.startsWith("IGNORED ")) return new Ignored(Reason.valueOf(text.substring(8)));
    if (text.startsWith("REJECTED ")) return new Rejected(Reason.valueOf(text.substring(9)));
    return Answer.DONE;
  }
}
