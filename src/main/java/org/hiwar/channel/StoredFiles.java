package org.hiwar.channel;

import java.util.List;
import org.hiwar.conversation.Attachments;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageId;
import org.hiwar.conversation.NewFile;
import org.hiwar.workspace.WorkspaceId;

/// The files of messages, kept beside their conversations.
record StoredFiles(Attachments attachments) implements MessageFiles {
  @Override
  public void came(WorkspaceId workspace, Message message, List<IncomingFile> files) {
    attachments.came(
        workspace,
        message,
        files.stream()
            .map(file -> new NewFile(file.name(), file.type(), file.cid(), file.content()))
            .toList());
  }

  @Override
  public List<OutgoingFile> of(WorkspaceId workspace, MessageId message) {
    return attachments.ofMessage(workspace, message).stream()
        .map(
            opened ->
                new OutgoingFile(
                    opened.file().name(),
                    opened.file().type(),
                    opened.file().bytes(),
                    opened.content()))
        .toList();
  }
}
