package org.hiwar.chat;

import java.util.List;
import org.hiwar.contact.AddressKind;
import org.hiwar.conversation.removal.Person;
import org.hiwar.conversation.removal.Traces;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// That somebody has left a message and gone: handed out, and removed.
@Component
class ChatTracesStore implements Traces {
  private static final String LEFT = "chat_left t where t.workspace = ? and t.visitor = any(?)";

  private final Database database;

  ChatTracesStore(Database database) {
    this.database = database;
  }

  @Override
  public void remove(WorkspaceId workspace, Person person) {
    database.in(
        workspace.value(),
        db ->
            db.sql("delete from " + LEFT)
                .params(workspace.value(), person.known(AddressKind.VISITOR))
                .update());
  }

  @Override
  public List<Rows> rows(WorkspaceId workspace, Person person) {
    return List.of(
        new Rows(
            "left-messages",
            new SqlPart(
                "select to_jsonb(t) - 'workspace' from " + LEFT + " order by t.at",
                List.of(workspace.value(), person.known(AddressKind.VISITOR)))));
  }
}
