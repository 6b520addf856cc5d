package org.hiwar.email;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hiwar.channel.AccountId;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.MessageId;
import org.hiwar.email.mime.Mailbox;
import org.jspecify.annotations.Nullable;

/// What there is of a mail besides its message, theirs and ours.
///
/// @param message null: ours, and its message is not stored yet
/// @param clientId of ours: what its writer called it; null: theirs
/// @param messageId without brackets; empty: it came without one
/// @param inReplyTo empty: it answers nothing
/// @param references the mails before it, the oldest first
/// @param text all of it, also where the message has only its beginning
/// @param html as it came, not to be shown to anybody; empty: there is none
/// @param trust of the sender; null: it is ours
/// @param marks what is suspicious of its sender, codes of [SenderMarks]
public record Email(
    long id,
    AccountId account,
    long thread,
    @Nullable MessageId message,
    @Nullable UUID clientId,
    String messageId,
    String inReplyTo,
    List<String> references,
    Parties parties,
    String subject,
    String text,
    String html,
    @Nullable Trust trust,
    Why why,
    List<String> marks,
    Instant at) {
  public Email {
    references = List.copyOf(references);
    marks = List.copyOf(marks);
  }

  /// Who is in a mail.
  ///
  /// @param replyTo where answers are wanted; empty: where it came from
  public record Parties(Mailbox from, List<Mailbox> to, List<Mailbox> cc, List<Mailbox> replyTo) {
    public Parties {
      to = List.copyOf(to);
      cc = List.copyOf(cc);
      replyTo = List.copyOf(replyTo);
    }
  }
}
