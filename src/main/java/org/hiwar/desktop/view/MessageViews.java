package org.hiwar.desktop.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hiwar.conversation.Attachment;
import org.hiwar.conversation.AttachmentStore;
import org.hiwar.conversation.Author;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Delivery;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageId;
import org.hiwar.desktop.wire.DeliveryView;
import org.hiwar.desktop.wire.FileView;
import org.hiwar.desktop.wire.MessageView;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Stored messages as they are shown.
public final class MessageViews {
  private final Catalogs catalogs;
  private final AttachmentStore files;

  public MessageViews(Catalogs catalogs, AttachmentStore files) {
    this.catalogs = catalogs;
    this.files = files;
  }

  /// With their files.
  public List<MessageView> of(WorkspaceId workspace, List<Message> messages) {
    var theirs = files.ofMessages(workspace, messages.stream().map(Message::id).toList());
    return messages.stream()
        .map(message -> of(workspace, message, theirs.getOrDefault(message.id(), List.of())))
        .toList();
  }

  /// Those of several conversations, with one question for the files of all.
  ///
  /// @param mayHaveFiles of the others nobody asks for any
  Map<ConversationId, List<MessageView>> ofEach(
      WorkspaceId workspace,
      Map<ConversationId, List<Message>> messages,
      Predicate<ConversationId> mayHaveFiles) {
    var asked =
        messages.entrySet().stream()
            .filter(one -> mayHaveFiles.test(one.getKey()))
            .flatMap(one -> one.getValue().stream())
            .map(Message::id)
            .toList();
    var theirs = files.ofMessages(workspace, asked);
    var views = new HashMap<ConversationId, List<MessageView>>();
    messages.forEach(
        (id, all) ->
            views.put(
                id,
                all.stream()
                    .map(
                        message ->
                            of(workspace, message, theirs.getOrDefault(message.id(), List.of())))
                    .toList()));
    return views;
  }

  /// One that was stored a moment ago. What comes in gets its files after that, and is told again.
  public MessageView of(WorkspaceId workspace, Message message) {
    var theirs =
        message.delivery() == null
            ? Map.<MessageId, List<Attachment>>of()
            : files.ofMessages(workspace, List.of(message.id()));
    return of(workspace, message, theirs.getOrDefault(message.id(), List.of()));
  }

  private MessageView of(WorkspaceId workspace, Message message, List<Attachment> theirs) {
    var agent = message.author().id();
    return new MessageView(
        message.seq(),
        message.id().toString(),
        message.interaction(),
        agent == null ? null : message.clientId(),
        author(workspace, message.author()),
        message.text(),
        message.at(),
        message.writtenAt(),
        delivery(message.delivery()),
        theirs.stream()
            .map(
                file ->
                    new FileView(file.id(), file.name(), file.type(), file.bytes(), file.state()))
            .toList(),
        message.internal(),
        message.wording() == null ? null : message.wording().at(),
        message.withdrawn());
  }

  private static @Nullable DeliveryView delivery(@Nullable Delivery delivery) {
    return delivery == null
        ? null
        : new DeliveryView(delivery.state(), delivery.failure(), delivery.changedAt());
  }

  private MessageView.Author author(WorkspaceId workspace, Author author) {
    var agent = author.id();
    return agent == null
        ? new MessageView.Author(author.kind(), null, null)
        : new MessageView.Author(author.kind(), agent.toString(), catalogs.name(workspace, agent));
  }
}
