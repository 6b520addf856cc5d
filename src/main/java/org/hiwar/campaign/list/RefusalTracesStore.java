package org.hiwar.campaign.list;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hiwar.contact.AddressKind;
import org.hiwar.conversation.removal.Person;
import org.hiwar.conversation.removal.Traces;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// What imports refused of somebody: handed out, and emptied. That it was refused, in which line
/// and why, stays.
///
/// Refused values stand as they stood in a file, a number in whatever way it was written there: it
/// is known by its last digits. No index finds them; there are at most [ListLimits#REFUSALS] of an
/// import.
@Component
class RefusalTracesStore implements Traces {
  /// Digits by which a number is known whatever stands before them.
  private static final int DIGITS = 8;

  private static final String REFUSED =
      """
      import_refusal t where t.workspace = ? and (translate(t.value, ' -./()', '') like any(?) or lower(t.value) like any(?))\
      """;

  private final Database database;

  RefusalTracesStore(Database database) {
    this.database = database;
  }

  @Override
  public void remove(WorkspaceId workspace, Person person) {
    if (numbers(person).length + mails(person).length == 0) return;
    database.in(
        workspace.value(),
        db ->
            db.sql("update " + REFUSED.replace("t where", "t set value = '' where"))
                .params(workspace.value(), numbers(person), mails(person))
                .update());
  }

  @Override
  public List<Rows> rows(WorkspaceId workspace, Person person) {
    return List.of(
        new Rows(
            "refused-values",
            new SqlPart(
                "select to_jsonb(t) - 'workspace' from "
                    + REFUSED
                    + " order by t.import, t.ordinal",
                List.of(workspace.value(), numbers(person), mails(person)))));
  }

  /// As patterns. A number with fewer digits could be a part of any.
  private static String[] numbers(Person person) {
    return Stream.of(person.known(AddressKind.PHONE))
        .filter(number -> number.length() > DIGITS)
        .map(number -> "%" + number.substring(number.length() - DIGITS) + "%")
        .toArray(String[]::new);
  }

  private static String[] mails(Person person) {
    return Stream.of(person.known(AddressKind.EMAIL))
        .map(mail -> mail.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1"))
        .map(mail -> "%" + mail + "%")
        .toArray(String[]::new);
  }
}
