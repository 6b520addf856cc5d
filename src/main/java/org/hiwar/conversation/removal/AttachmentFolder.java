package org.hiwar.conversation.removal;

import org.hiwar.conversation.Attachments;
import org.springframework.stereotype.Component;

/// Deletes the contents of attachments whose rows have gone.
@Component
class AttachmentFolder implements RemovedFiles {
  private final Attachments attachments;

  AttachmentFolder(Attachments attachments) {
    this.attachments = attachments;
  }

  @Override
  public Kind kind() {
    return Kind.ATTACHMENT;
  }

  @Override
  public boolean delete(String file) {
    attachments.deleteContent(file);
    return true;
  }
}
