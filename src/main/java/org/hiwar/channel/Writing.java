package org.hiwar.channel;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.hiwar.contact.Address;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.AttachmentId;
import org.hiwar.conversation.Author;
import org.hiwar.conversation.BegunWriting;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.Messages;
import org.hiwar.conversation.NewMessage;
import org.hiwar.conversation.OutgoingMessage;
import org.hiwar.conversation.Sent;
import org.hiwar.conversation.TemplateUse;
import org.hiwar.conversation.Writings;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What agents write by an account of ours, first or in answer: finds by what and to whom, begins
/// what has to begin, and stores the message, which the outbox then sends. The same message asked
/// for again, under its id, is stored once and gets the same answer.
@Component
public class Writing {
  private static final int PATIENCE_SECONDS = 10;

  private final Ways ways;
  private final Writings writings;
  private final Messages messages;
  private final AgentFloor floor;
  private final Clock clock;

  public Writing(Ways ways, Writings writings, Messages messages, AgentFloor floor, Clock clock) {
    this.ways = ways;
    this.writings = writings;
    this.messages = messages;
    this.floor = floor;
    this.clock = clock;
  }

  /// What an agent wants written.
  ///
  /// @param id of the message, made by the desktop
  /// @param conversation that it is written from; null: none
  /// @param contact whom it is for; null: whom the conversation is with, or the address names
  /// @param account null: the first that fits
  /// @param to null: the contact's best address
  /// @param thread which of several with the same address; null: there is one
  /// @param files that the agent has uploaded
  /// @param service null: that of the account
  /// @param template as which it goes out, so that `text` is what the customer reads; null: as it
  ///     is written
  public record Wanted(
      UserId agent,
      UUID id,
      @Nullable ConversationId conversation,
      @Nullable ContactId contact,
      String channel,
      @Nullable AccountId account,
      @Nullable String to,
      String text,
      @Nullable Long thread,
      List<AttachmentId> files,
      @Nullable ServiceId service,
      @Nullable TemplateUse template) {
    public Wanted {
      files = List.copyOf(files);
    }
  }

  /// What came of it.
  public sealed interface Written {
    record Done(Message message) implements Written {}

    /// @param code why not, as the screens translate it
    record Not(String code) implements Written {}

    /// Not done, or not known to be: the same may be asked for again.
    record NotNow() implements Written {}
  }

  public Written write(WorkspaceId workspace, Wanted wanted) {
    return switch (ways.find(workspace, wanted)) {
      case Ways.Found.Not(String code) -> new Written.Not(code);
      case Ways.Found.There(Account account, Channel channel, String to) ->
          write(workspace, wanted, account, channel, to);
    };
  }

  private Written write(
      WorkspaceId workspace, Wanted wanted, Account account, Channel channel, String to) {
    var can = channel.capabilities();
    var service = Optional.ofNullable(wanted.service()).orElse(account.service());
    var where =
        writings.begin(
            workspace,
            new OutgoingMessage(
                wanted.agent(),
                service,
                can.medium(),
                channel.name(),
                account.id().value(),
                new Address(can.address(), to, Trust.CONFIRMED),
                wanted.thread(),
                wanted.contact(),
                wanted.conversation(),
                wanted.id(),
                clock.instant()));
    return switch (where) {
      case BegunWriting.Known(Message message) -> new Written.Done(message);
      case BegunWriting.Going(var interaction, var conversation) ->
          store(workspace, wanted, conversation, interaction);
      case BegunWriting.Begun(var interaction, var conversation, _) -> {
        var begun =
            new AgentFloor.Begun(wanted.agent(), interaction, conversation, service, can.medium());
        yield switch (floor.give(workspace, begun)) {
          case DONE -> store(workspace, wanted, conversation, interaction);
          case UNAVAILABLE -> new Written.NotNow();
          case NO_SESSION -> withdrawn(workspace, interaction, "no-session");
          case NO_SUCH_SERVICE -> withdrawn(workspace, interaction, "unknown-service");
          case FULL -> withdrawn(workspace, interaction, "full");
        };
      }
    };
  }

  private Written withdrawn(WorkspaceId workspace, InteractionId interaction, String code) {
    writings.withdraw(workspace, interaction);
    return new Written.Not(code);
  }

  private Written store(
      WorkspaceId workspace,
      Wanted wanted,
      ConversationId conversation,
      InteractionId interaction) {
    var message =
        new NewMessage(
            conversation,
            interaction,
            wanted.id(),
            Author.agent(wanted.agent()),
            wanted.text(),
            null,
            wanted.files(),
            wanted.template());
    try {
      return switch (messages
          .send(workspace, message)
          .copy()
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join()) {
        case Sent.Stored(var stored, _) -> new Written.Done(stored);
        case Sent.Refused(var why) -> new Written.Not(why.code());
        case Sent.Unavailable _ -> new Written.NotNow();
      };
    } catch (CompletionException _) {
      return new Written.NotNow();
    }
  }
}
