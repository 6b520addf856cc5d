package org.hiwar.desktop.view;

import org.hiwar.conversation.Author;
import org.hiwar.conversation.Message;
import org.hiwar.desktop.wire.MessageView;
import org.hiwar.desktop.wire.MessageView.AuthorKind;
import org.hiwar.workspace.WorkspaceId;

/// Stored messages as they are shown.
public final class MessageViews {
  private final Catalogs catalogs;

  public MessageViews(Catalogs catalogs) {
    this.catalogs = catalogs;
  }

  public MessageView of(WorkspaceId workspace, Message message) {
    return new MessageView(
        message.seq(),
        message.id().toString(),
        message.interaction(),
        author(workspace, message.author()),
        message.text(),
        message.at());
  }

  private MessageView.Author author(WorkspaceId workspace, Author author) {
    var agent = author.id();
    if (agent != null)
      return new MessageView.Author(
          AuthorKind.AGENT, agent.toString(), catalogs.name(workspace, agent));
    return switch (author.kind()) {
      case CUSTOMER -> new MessageView.Author(AuthorKind.CUSTOMER, null, null);
      case SYSTEM -> new MessageView.Author(AuthorKind.SYSTEM, null, null);
      case AGENT -> throw new IllegalStateException("an agent without an id");
    };
  }
}
