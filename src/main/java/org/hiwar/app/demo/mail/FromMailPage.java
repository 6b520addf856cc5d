package org.hiwar.app.demo.mail;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the page of a mailbox says.
sealed interface FromMailPage {
  /// @param draft what the page calls it
  /// @param answers the id of the mail that it answers; empty: none
  record Write(long draft, String to, String subject, String text, String answers)
      implements FromMailPage {}

  /// The mail is being read.
  record Seen(String id) implements FromMailPage {}

  /// Nothing but a sign of life.
  record Here() implements FromMailPage {}

  /// Empty for what is none of these.
  static Optional<FromMailPage> read(String frame) {
    try {
      var json = JsonMapper.shared().readTree(frame);
      return switch (json.path("type").asString("")) {
        case "write" -> write(json);
        case "seen" -> Optional.of(new Seen(json.path("id").asString("")));
        case "here" -> Optional.of(new Here());
        default -> Optional.empty();
      };
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Optional<FromMailPage> write(JsonNode json) {
    var subject = json.path("subject").asString("").strip();
    var text = json.path("text").asString("").strip();
    if (text.isEmpty()
        || subject.length() > MailLimits.SUBJECT_CHARACTERS
        || text.length() > MailLimits.TEXT_CHARACTERS) return Optional.empty();
    return Optional.of(
        new Write(
            json.path("draft").asLong(0),
            json.path("to").asString(""),
            subject,
            text,
            json.path("answers").asString("")));
  }
}
