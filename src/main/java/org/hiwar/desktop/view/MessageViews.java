package org.hiwar.desktop.view;

import org.hiwar.conversation.Author;
import org.hiwar.conversation.Message;
import org.hiwar.desktop.wire.MessageView;
import org.hiwar.workspace.WorkspaceId;

/// Stored messages as they are shown.
public final class MessageViews {
  private final Catalogs catalogs;

  public MessageViews(Catalogs catalogs) {
    this.catalogs = catalogs;
  }

  public MessageView of(WorkspaceId workspace, Message message) {
    var agent = message.author().id();
    return new MessageView(
        message.seq(),
        message.id().toString(),
        message.interaction(),
        agent == null ? null : message.clientId(),
        author(workspace, message.author()),
        message.text(),
        message.at());
  }

  private MessageView.Author author(WorkspaceId workspace, Author author) {
    var agent = author.id();
    return agent == null
        ? new MessageView.Author(author.kind(), null, null)
        : new MessageView.Author(author.kind(), agent.toString(), catalogs.name(workspace, agent));
  }
}
