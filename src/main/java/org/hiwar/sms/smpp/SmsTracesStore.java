package org.hiwar.sms.smpp;

import org.hiwar.conversation.removal.Person;
import org.hiwar.conversation.removal.Said;
import org.hiwar.conversation.removal.Traces;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Parts of long messages of people. They are handed out as the messages that they are parts of.
@Component
class SmsTracesStore implements Traces {
  private final Database database;

  SmsTracesStore(Database database) {
    this.database = database;
  }

  @Override
  public void remove(WorkspaceId workspace, Said said) {
    database.in(
        workspace.value(),
        db ->
            db.sql("delete from sms_segment where workspace = ? and message = any(?)")
                .params(workspace.value(), said.messages())
                .update());
  }

  /// With their parts.
  @Override
  public void remove(WorkspaceId workspace, Person person) {
    database.in(
        workspace.value(),
        db ->
            db.sql("delete from sms_long where workspace = ? and sender = any(?)")
                .params(workspace.value(), person.known())
                .update());
  }
}
