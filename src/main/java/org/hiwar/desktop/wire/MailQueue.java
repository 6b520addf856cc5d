package org.hiwar.desktop.wire;

import java.time.Instant;
import java.util.List;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.InteractionId;
import org.jspecify.annotations.Nullable;

/// Mails that an agent may take.
///
/// @param waiting the first ones of services with lists, in the order in which to take them
/// @param all how many wait, with those that are not among the first
/// @param postponed by this agent, in the order in which they come back
public record MailQueue(List<WaitingMail> waiting, int all, List<PostponedMail> postponed) {

  /// Whose mail it is, and what about. `name` null: the contact has none; `subject` may be empty.
  public record MailHead(
      InteractionId interaction,
      ContactId contact,
      @Nullable String name,
      String party,
      String subject,
      Named service,
      Instant arrivedAt) {}

  /// `precedence` 0: like most. `due`: until then an answer is promised.
  public record WaitingMail(MailHead mail, int precedence, Instant due) {}

  /// `note`: why; may be empty.
  public record PostponedMail(MailHead mail, Instant until, String note) {}
}
