package org.hiwar.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hiwar.conversation.AttachmentId;
import org.hiwar.conversation.AttachmentLimits;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the widget says.
sealed interface FromVisitor {
  /// The first frame. `after` is the highest message number that the widget has of `conversation`;
  /// null and 0: none. `identity` is what the site attests, null where it attests nobody.
  record Hello(
      @Nullable String visitor,
      long after,
      @Nullable Long conversation,
      @Nullable String language,
      @Nullable String identity)
      implements FromVisitor {}

  /// What the form was answered with, as typed. `address` is a mail address or a number, `phone` a
  /// number beside it; null: not said.
  record Answers(@Nullable String name, @Nullable String address, @Nullable String phone) {}

  /// `id` is the widget's own, kept when the message is sent again. Answers come with the first
  /// message. `left`: nobody was there, and the visitor will not stay for an answer. `files` were
  /// uploaded before.
  record Send(UUID id, String text, Answers answers, boolean left, List<AttachmentId> files)
      implements FromVisitor {}

  /// What the visitor thought of the chat that is over: 1 to 5, and what they add; empty: nothing.
  record Rate(int stars, String remark) implements FromVisitor {}

  /// The page shows messages up to `delivered`, and those up to `read` were in sight.
  record Seen(long delivered, long read) implements FromVisitor {}

  record Typing() implements FromVisitor {}

  record End() implements FromVisitor {}

  /// Wants to talk. `id` is the widget's own name of the call, `sdp` the offer of its browser.
  /// Answers are there when nobody has said them yet.
  record Call(UUID id, String sdp, Answers answers) implements FromVisitor {}

  record HangUp(UUID id) implements FromVisitor {}

  /// Empty for what is none of these.
  static Optional<FromVisitor> read(String frame) {
    try {
      var json = JsonMapper.shared().readTree(frame);
      return switch (text(json, "type", 20)) {
        case "hello" ->
            Optional.of(
                new Hello(
                    text(json, "visitor", 300),
                    Math.max(0, json.path("after").asLong(0)),
                    number(text(json, "conversation", 20)),
                    text(json, "language", 10),
                    text(json, "identity", ChatLimits.IDENTITY_CHARACTERS)));
        case "send" -> send(json);
        case "typing" -> Optional.of(new Typing());
        case "end" -> Optional.of(new End());
        case "call" -> call(json);
        case "rate" -> rate(json);
        case "seen" ->
            Optional.of(
                new Seen(
                    Math.max(0, json.path("delivered").asLong(0)),
                    Math.max(0, json.path("read").asLong(0))));
        case "hangUp" -> uuid(text(json, "id", 36)).map(HangUp::new);
        case null, default -> Optional.empty();
      };
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<FromVisitor> send(JsonNode json) {
    var id = uuid(text(json, "id", 36));
    var text = json.path("text");
    var files = files(json.path("files"));
    if (id.isEmpty() || !text.isString() || files.size() > AttachmentLimits.FILES)
      return Optional.empty();
    return Optional.of(
        new Send(
            id.get(), text.asString(), answers(json), json.path("left").asBoolean(false), files));
  }

  /// What is no id names nothing.
  private static List<AttachmentId> files(JsonNode json) {
    var files = new ArrayList<AttachmentId>();
    for (var one : json) {
      var id = one.isString() ? number(one.asString()) : null;
      if (id != null) files.add(new AttachmentId(id));
    }
    return files;
  }

  private static Optional<FromVisitor> call(JsonNode json) {
    var id = uuid(text(json, "id", 36));
    var sdp = text(json, "sdp", ChatLimits.OFFER);
    if (id.isEmpty() || sdp == null) return Optional.empty();
    return Optional.of(new Call(id.get(), sdp, answers(json)));
  }

  private static Optional<FromVisitor> rate(JsonNode json) {
    int stars = json.path("stars").asInt(0);
    var remark = text(json, "remark", ChatLimits.REMARK_CHARACTERS);
    return stars < 1 || stars > ChatLimits.MOST_STARS || remark == null
        ? Optional.empty()
        : Optional.of(new Rate(stars, remark));
  }

  private static Answers answers(JsonNode json) {
    return new Answers(
        text(json, "name", 1_000), text(json, "address", 1_000), text(json, "phone", 1_000));
  }

  /// A text of at most `longest` characters; null for anything else.
  private static @Nullable String text(JsonNode json, String name, int longest) {
    var value = json.path(name);
    return value.isString() && value.asString().length() <= longest ? value.asString() : null;
  }

  /// An id has up to 19 digits, and not every number of 19 digits is one; null for what is none.
  private static @Nullable Long number(@Nullable String text) {
    try {
      return text != null && text.matches("[0-9]{1,19}") ? Long.valueOf(text) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Optional<UUID> uuid(@Nullable String text) {
    try {
      return text == null || text.length() != 36
          ? Optional.empty()
          : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
