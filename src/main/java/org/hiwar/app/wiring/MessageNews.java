package org.hiwar.app.wiring;

import java.util.List;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.ContactListener;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageListener;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.workspace.WorkspaceId;

/// Brings what was stored to the desks that show it.
record MessageNews(Desks desks) implements MessageListener, ContactListener {
  @Override
  public void stored(WorkspaceId workspace, List<Message> messages) {
    for (var message : messages) {
      desks.messageStored(workspace, message);
      mentioned(desks, workspace, message);
    }
  }

  /// Whom a note names, but its writer.
  static void mentioned(Desks desks, WorkspaceId workspace, Message message) {
    var note = message.note();
    if (note == null) return;
    for (var user : note.mentions())
      if (!user.equals(message.author().id()))
        desks.mentioned(workspace, user, !message.withdrawn());
  }

  @Override
  public void claimed(WorkspaceId workspace, ContactId contact) {
    desks.changed(workspace, contact.value());
  }
}
