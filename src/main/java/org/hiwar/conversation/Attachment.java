package org.hiwar.conversation;

import org.jspecify.annotations.Nullable;

/// A file that belongs to a message.
///
/// @param message null: uploaded by an agent, and not sent yet
/// @param name as whoever sent it has called it, safe to be shown and to be offered as a name
/// @param type the media type by its content
/// @param cid by which the HTML of a mail names it; empty: not
/// @param bytes of its content; 0 while it is not known
public record Attachment(
    AttachmentId id,
    @Nullable MessageId message,
    String name,
    String type,
    String cid,
    long bytes,
    State state) {

  public enum State {
    /// It is announced, and being fetched or written.
    PENDING,
    READY,
    /// It could not be had.
    FAILED
  }
}
