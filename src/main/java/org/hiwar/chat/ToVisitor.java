package org.hiwar.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hiwar.conversation.AttachmentId;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.VisitorCalls;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What the widget hears. Ids of messages are the ones their writers made, so that the widget knows
/// its own.
sealed interface ToVisitor {

  /// The first answer. `messages` ascending, those after the number that the widget named.
  record Welcome(String visitor, Chat chat, List<Line> messages) implements ToVisitor {}

  /// `conversation` is null, and the stage NONE, when there is no chat to go on with. `agent` is a
  /// name, null while nobody has accepted.
  record Chat(
      @Nullable ConversationId conversation,
      @JsonProperty("state") Stage stage,
      @Nullable String agent) {}

  /// A message within the welcome. `name` is the agent's, null for others. `changed`: when its
  /// writer changed it last, null: never; `withdrawn`: it says nothing any more.
  record Line(
      long seq,
      UUID id,
      String from,
      @Nullable String name,
      String text,
      Instant at,
      @Nullable Instant changed,
      boolean withdrawn) {}

  record Stored(UUID id, long seq, Instant at, ConversationId conversation) implements ToVisitor {}

  /// `retry`: it is not stored and may be sent again.
  record Refused(UUID id, String code, boolean retry) implements ToVisitor {}

  /// A new one, or one that was told before and says something else since `changed`.
  record Message(
      long seq,
      UUID id,
      String from,
      @Nullable String name,
      String text,
      Instant at,
      @Nullable Instant changed,
      boolean withdrawn,
      ConversationId conversation)
      implements ToVisitor {}

  /// The files of the messages of a conversation, all of them.
  record Files(ConversationId conversation, List<FileLine> files) implements ToVisitor {}

  /// `message` is the id that its writer made.
  record FileLine(UUID message, AttachmentId id, String name, String type, long bytes) {}

  /// The hours of the service have begun, or are over.
  record Doors(boolean open) implements ToVisitor {}

  record State(@JsonProperty("state") Stage stage, @Nullable String agent) implements ToVisitor {}

  record Typing() implements ToVisitor {}

  /// An agent has read up to message `seq` of this conversation.
  record Read(ConversationId conversation, long seq) implements ToVisitor {}

  /// Nobody has written for a while: the chat ends at `until`, unless somebody does.
  record Quiet(Instant until) implements ToVisitor {}

  /// What the visitor thought of the chat is kept; once for each chat.
  record Rated(int stars) implements ToVisitor {}

  /// `healthy` false: the server is here and cannot store anything.
  record Heartbeat(boolean healthy) implements ToVisitor {}

  /// `call` is the widget's name of it, `sdp` for its browser.
  record CallAnswer(UUID call, String sdp) implements ToVisitor {}

  /// How a call stands. `agent` is a name, null while nobody has it and when it is nobody of ours;
  /// `end` is null until it is over.
  record Call(UUID call, State state, @Nullable String agent, VisitorCalls.@Nullable End end)
      implements ToVisitor {
    enum State {
      WAITING,
      TALKING,
      HELD,
      ENDED
    }
  }

  /// One JSON object with its `type`, the record's name in camel case.
  static String json(ToVisitor frame) {
    var json = JsonMapper.shared().valueToTree(frame).asObject();
    json.put(
        "type",
        switch (frame) {
          case Welcome _ -> "welcome";
          case Stored _ -> "stored";
          case Refused _ -> "refused";
          case Message _ -> "message";
          case State _ -> "state";
          case Files _ -> "files";
          case Doors _ -> "doors";
          case Typing _ -> "typing";
          case Read _ -> "read";
          case Quiet _ -> "quiet";
          case Rated _ -> "rated";
          case Heartbeat _ -> "heartbeat";
          case CallAnswer _ -> "callAnswer";
          case Call _ -> "call";
        });
    return json.toString();
  }
}
