package org.hiwar.desktop.wire;

import org.hiwar.conversation.Attachment;
import org.hiwar.conversation.AttachmentId;

/// A file of a message. `type` is the media type by its content, `bytes` 0 while it is not known.
public record FileView(
    AttachmentId id, String name, String type, long bytes, Attachment.State state) {}
