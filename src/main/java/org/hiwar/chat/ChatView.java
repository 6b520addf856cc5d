package org.hiwar.chat;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hiwar.chat.Happened.AgentRead;
import org.hiwar.chat.Happened.AgentTypes;
import org.hiwar.chat.Happened.Called;
import org.hiwar.chat.Happened.Came;
import org.hiwar.chat.Happened.Changed;
import org.hiwar.chat.Happened.FilesCame;
import org.hiwar.chat.Happened.GrewQuiet;
import org.hiwar.chat.Happened.Moved;
import org.hiwar.chat.Happened.Said;
import org.hiwar.chat.Happened.Wrote;
import org.hiwar.conversation.Arrival;
import org.hiwar.conversation.AuthorKind;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionChange;
import org.hiwar.conversation.InteractionChange.Accepted;
import org.hiwar.conversation.InteractionChange.Ended;
import org.hiwar.conversation.InteractionChange.LiveEnded;
import org.hiwar.conversation.InteractionChange.Requeued;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.VisitorCalls.Standing;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// The chat as one socket has been told of it; decides what is news to it. Used by one thread at a
/// time, but for [#live] and [#over], which anybody may ask.
final class ChatView {
  private final Function<UserId, Optional<String>> names;
  private final Function<ConversationId, ToVisitor.Files> files;
  private @Nullable ConversationId conversation;
  private @Nullable InteractionId interaction;
  private Stage stage = Stage.NONE;
  private @Nullable UserId agent;
  private long lastSeq;
  private volatile @Nullable Live live;
  private volatile @Nullable InteractionId over;

  /// What goes on and can be written into.
  record Live(ConversationId conversation, InteractionId interaction) {}

  /// Both are asked when something is to be told.
  ChatView(
      Function<UserId, Optional<String>> names, Function<ConversationId, ToVisitor.Files> files) {
    this.names = names;
    this.files = files;
  }

  /// Begins with what the database says. `told`: the number of the last message that the socket
  /// has.
  void begin(Interaction newest, long told) {
    conversation = newest.conversation();
    interaction = newest.id();
    agent = newest.agent();
    stage = !newest.live() ? Stage.ENDED : newest.agent() == null ? Stage.WAITING : Stage.ACTIVE;
    lastSeq = told;
    settle();
  }

  private void settle() {
    boolean none = stage == Stage.NONE || stage == Stage.ENDED;
    over = stage == Stage.ENDED ? interaction : null;
    live =
        none || conversation == null || interaction == null
            ? null
            : new Live(conversation, interaction);
  }

  ToVisitor.Chat chat() {
    return new ToVisitor.Chat(conversation, stage, agentName());
  }

  /// What is over and can be rated; empty while something goes on, and when nothing was.
  Optional<InteractionId> over() {
    return Optional.ofNullable(over);
  }

  /// Empty when the next message begins something new.
  Optional<Live> live() {
    return Optional.ofNullable(live);
  }

  /// The frame that tells of it; empty when it is no news.
  Optional<ToVisitor> apply(Happened event) {
    return switch (event) {
      case Said(var frame) -> Optional.of(frame);
      case AgentTypes _ ->
          stage == Stage.ACTIVE ? Optional.of(new ToVisitor.Typing()) : Optional.empty();
      case AgentRead(var id, var seq) ->
          id.equals(conversation) ? Optional.of(new ToVisitor.Read(id, seq)) : Optional.empty();
      case FilesCame(var id) ->
          id.equals(conversation) ? Optional.of(files.apply(id)) : Optional.empty();
      case GrewQuiet(var id, var until) ->
          stage == Stage.ACTIVE && id.equals(interaction)
              ? Optional.of(new ToVisitor.Quiet(until))
              : Optional.empty();
      case Wrote(var message) -> wrote(message);
      case Changed(var message) -> changed(message);
      case Came(var arrival) -> came(arrival);
      case Called(var id, var standing) -> Optional.of(called(id, standing));
      case Moved(var change) ->
          change.interaction().equals(interaction) ? moved(change) : Optional.empty();
    };
  }

  private ToVisitor.Call called(UUID id, Standing standing) {
    return switch (standing) {
      case Standing.Waiting _ -> new ToVisitor.Call(id, ToVisitor.Call.State.WAITING, null, null);
      case Standing.Talking(var by) ->
          new ToVisitor.Call(id, ToVisitor.Call.State.TALKING, name(by), null);
      case Standing.Held(var by) ->
          new ToVisitor.Call(id, ToVisitor.Call.State.HELD, name(by), null);
      case Standing.Ended(var why) -> new ToVisitor.Call(id, ToVisitor.Call.State.ENDED, null, why);
    };
  }

  /// What is said by mail or SMS in the same conversation is for that mailbox and that telephone,
  /// and not for whoever sits at this page.
  private Optional<ToVisitor> wrote(Message message) {
    return message.interaction().equals(interaction) ? told(message) : Optional.empty();
  }

  /// The same of a message that was written in a chat on a page before. A note is for colleagues.
  Optional<ToVisitor> told(Message message) {
    if (message.internal()
        || !message.conversation().equals(conversation)
        || message.seq() <= lastSeq) return Optional.empty();
    lastSeq = message.seq();
    return Optional.of(frame(message));
  }

  /// What this socket has not been told yet comes to it as it is now.
  private Optional<ToVisitor> changed(Message message) {
    boolean told =
        !message.internal()
            && message.interaction().equals(interaction)
            && message.seq() <= lastSeq;
    return told ? Optional.of(frame(message)) : Optional.empty();
  }

  private ToVisitor.Message frame(Message message) {
    var line = line(message);
    return new ToVisitor.Message(
        line.seq(),
        line.id(),
        line.from(),
        line.name(),
        line.text(),
        line.at(),
        line.changed(),
        line.withdrawn(),
        message.conversation());
  }

  ToVisitor.Line line(Message message) {
    var id = message.author().id();
    var name =
        message.author().kind() == AuthorKind.AGENT && id != null
            ? names.apply(id).orElse(null)
            : null;
    return new ToVisitor.Line(
        message.seq(),
        message.clientId(),
        message.author().kind().name(),
        name,
        message.text(),
        message.at(),
        message.wording() == null ? null : message.wording().at(),
        message.withdrawn());
  }

  /// Ids grow with time: an arrival before the one that is shown is an old story.
  private Optional<ToVisitor> came(Arrival arrival) {
    if (interaction != null && arrival.interaction().compareTo(interaction) <= 0)
      return Optional.empty();
    if (!arrival.conversation().equals(conversation)) lastSeq = 0;
    conversation = arrival.conversation();
    interaction = arrival.interaction();
    return state(Stage.WAITING, null);
  }

  private Optional<ToVisitor> moved(InteractionChange change) {
    return switch (change) {
      case Accepted accepted -> state(Stage.ACTIVE, accepted.agent());
      case Requeued _ -> state(Stage.WAITING, null);
      case InteractionChange.Postponed _,
          InteractionChange.CameBack _,
          InteractionChange.Transferred _,
          InteractionChange.Returned _ ->
          Optional.empty();
      case LiveEnded _, Ended _ ->
          stage == Stage.ENDED ? Optional.empty() : state(Stage.ENDED, agent);
    };
  }

  private Optional<ToVisitor> state(Stage next, @Nullable UserId by) {
    stage = next;
    agent = by;
    settle();
    return Optional.of(new ToVisitor.State(next, agentName()));
  }

  private @Nullable String agentName() {
    return name(agent);
  }

  private @Nullable String name(@Nullable UserId who) {
    return who == null ? null : names.apply(who).orElse(null);
  }
}
