package org.hiwar.desktop.api;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hiwar.conversation.AttachmentLimits;
import org.hiwar.conversation.Attachments;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.Messages;
import org.hiwar.conversation.NewMessage;
import org.hiwar.conversation.Sent;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// What agents write to customers, whether it comes over HTTP or over the desk's socket.
@Component
public final class AgentMessages {
  /// How long a sender is kept waiting while it is not known whether the database committed.
  private static final int PATIENCE_SECONDS = 10;

  private final Messages messages;
  private final Attachments attachments;

  AgentMessages(Messages messages, Attachments attachments) {
    this.messages = messages;
    this.attachments = attachments;
  }

  public record Written(long seq, Instant at) {}

  /// Done when the message is stored, exceptionally with a [Refusal] when it is not, or is not
  /// known to be. The same message sent again, under the client id that the desktop gave it, is
  /// stored once and gets the same answer.
  public CompletableFuture<Written> write(WorkspaceId workspace, NewMessage message) {
    if (message.text().length() > ConversationLimits.MESSAGE_CHARACTERS)
      return CompletableFuture.failedFuture(Problem.TOO_LONG.refusal());
    if (message.files().size() > AttachmentLimits.FILES)
      return CompletableFuture.failedFuture(Problem.FILES_TOO_MANY.refusal());
    return messages
        .send(workspace, message)
        .copy()
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .handle(
            (sent, cutOff) -> {
              if (cutOff != null) throw Problem.TRY_AGAIN.refusal();
              if (sent instanceof Sent.Stored && !message.files().isEmpty())
                attachments.tell(workspace, message.conversation());
              return answer(sent);
            });
  }

  private static Written answer(Sent sent) {
    return switch (sent) {
      case Sent.Stored(var now, _) -> new Written(now.seq(), now.at());
      case Sent.Unavailable _ -> throw Problem.NOT_STORED.refusal();
      case Sent.Refused(var why) -> throw refusal(why);
    };
  }

  private static Refusal refusal(org.hiwar.conversation.Refusal why) {
    return switch (why) {
      case CHAT_ENDED -> Problem.CHAT_ENDED.refusal();
      case NOT_THE_AGENT, UNKNOWN_INTERACTION -> Refusal.notFound();
      case INVALID_TEXT -> Problem.INVALID_TEXT.refusal();
      case NOT_STORABLE -> Problem.NOT_STORABLE.refusal();
    };
  }
}
