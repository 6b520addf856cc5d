package org.hiwar.email.mime;

import java.time.Instant;
import java.util.List;
import org.hiwar.channel.IncomingFile;
import org.jspecify.annotations.Nullable;

/// A mail that was understood.
///
/// @param headers all of its own, as they came
/// @param from who says to have written it
/// @param several whether more than one says so
/// @param replyTo where answers are wanted; empty: where it came from
/// @param date by the writer's clock; null: not said
/// @param messageId without brackets; empty: it has none
/// @param inReplyTo what it answers
/// @param references the mails before it, the oldest first
/// @param text what is to be read, made of the HTML where there is nothing else; may be empty
/// @param html as it came, not to be shown to anybody; empty: there is none
/// @param report null: it tells nothing of another mail
public record ReadEmail(
    HeaderFields headers,
    Mailbox from,
    boolean several,
    List<Mailbox> replyTo,
    List<Mailbox> to,
    List<Mailbox> cc,
    String subject,
    @Nullable Instant date,
    String messageId,
    List<String> inReplyTo,
    List<String> references,
    String text,
    String html,
    List<IncomingFile> files,
    @Nullable MailReport report) {
  public ReadEmail {
    replyTo = List.copyOf(replyTo);
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    inReplyTo = List.copyOf(inReplyTo);
    references = List.copyOf(references);
    files = List.copyOf(files);
  }
}
