package org.hiwar.messenger;

import java.util.List;
import org.hiwar.conversation.removal.Person;
import org.hiwar.conversation.removal.Said;
import org.hiwar.conversation.removal.Traces;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// What messengers keep of people: files that are still to be fetched, and when they last wrote.
@Component
class MessengerTracesStore implements Traces {
  private static final String HEARD =
      "messenger_heard h where h.workspace = ? and h.address = any(?)";

  private final Database database;

  MessengerTracesStore(Database database) {
    this.database = database;
  }

  @Override
  public void remove(WorkspaceId workspace, Said said) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    delete from messenger_file f using attachment a
                    where a.workspace = ? and a.message = any(?) and f.workspace = a.workspace and f.attachment = a.id\
                    """)
                .params(workspace.value(), said.messages())
                .update());
  }

  @Override
  public void remove(WorkspaceId workspace, Person person) {
    database.in(
        workspace.value(),
        db -> db.sql("delete from " + HEARD).params(workspace.value(), person.known()).update());
  }

  @Override
  public List<Rows> rows(WorkspaceId workspace, Person person) {
    return List.of(
        new Rows(
            "last-written",
            new SqlPart(
                "select to_jsonb(h) - 'workspace' from " + HEARD + " order by h.heard_at",
                List.of(workspace.value(), person.known()))));
  }
}
