package org.hiwar.chat;

import java.util.List;
import org.hiwar.conversation.Attachment;
import org.hiwar.conversation.AttachmentId;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.PageVisitor;
import org.hiwar.conversation.VisitorFiles;
import org.springframework.stereotype.Component;

/// The files of chats, as their visitors know them.
@Component
class ChatFiles {
  private final VisitorFiles files;

  ChatFiles(VisitorFiles files) {
    this.files = files;
  }

  static PageVisitor on(Visitors.Key visitor) {
    return new PageVisitor(ChatEntry.CHANNEL, visitor.visitor());
  }

  /// All that the visitor is shown in a conversation.
  ToVisitor.Files of(Visitors.Key visitor, ConversationId conversation) {
    return new ToVisitor.Files(
        conversation,
        files.shown(visitor.workspace(), on(visitor), conversation).stream()
            .filter(one -> one.file().state() == Attachment.State.READY)
            .map(ChatFiles::line)
            .toList());
  }

  private static ToVisitor.FileLine line(VisitorFiles.OfMessage one) {
    var file = one.file();
    return new ToVisitor.FileLine(one.message(), file.id(), file.name(), file.type(), file.bytes());
  }

  /// What the visitor has uploaded goes with their message, which is stored.
  void sent(Visitors.Key visitor, Message message, List<AttachmentId> with) {
    if (!with.isEmpty()) files.sent(visitor.workspace(), visitor.visitor(), message, with);
  }
}
