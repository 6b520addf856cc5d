package org.hiwar.channel;

import java.util.List;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageId;
import org.hiwar.workspace.WorkspaceId;

/// The files of messages, as inbox and outbox need them.
public interface MessageFiles {
  /// Keeps what came with a message. Asked again after a crash, it changes nothing.
  void came(WorkspaceId workspace, Message message, List<IncomingFile> files);

  /// What goes with a message.
  List<OutgoingFile> of(WorkspaceId workspace, MessageId message);
}
