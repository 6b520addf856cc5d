package org.hiwar.app.demo.carrier;

import java.util.Optional;
import org.hiwar.voice.sip.DialString;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the page of a telephone says.
sealed interface FromPhone {
  /// The page's audio.
  record Offer(String sdp) implements FromPhone {}

  record Call(DialString number, boolean withheld) implements FromPhone {}

  record Answer() implements FromPhone {}

  record Decline() implements FromPhone {}

  record HangUp() implements FromPhone {}

  /// An SMS.
  record Text(DialString to, String text) implements FromPhone {}

  /// Nothing but a sign of life.
  record Here() implements FromPhone {}

  /// Empty for what is none of these.
  static Optional<FromPhone> read(String frame) {
    try {
      var json = JsonMapper.shared().readTree(frame);
      return switch (json.path("type").asString("")) {
        case "offer" ->
            json.path("sdp").isString()
                ? Optional.of(new Offer(json.path("sdp").asString()))
                : Optional.empty();
        case "call" -> call(json);
        case "answer" -> Optional.of(new Answer());
        case "decline" -> Optional.of(new Decline());
        case "hang-up" -> Optional.of(new HangUp());
        case "text" -> text(json);
        case "here" -> Optional.of(new Here());
        default -> Optional.empty();
      };
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Optional<FromPhone> text(JsonNode json) {
    var text = json.path("text").asString("").strip();
    if (text.isEmpty() || text.length() > CarrierLimits.SMS_CHARACTERS) return Optional.empty();
    return DialString.parse(json.path("to").asString("")).map(to -> new Text(to, text));
  }

  private static Optional<FromPhone> call(JsonNode json) {
    return DialString.parse(json.path("number").asString(""))
        .map(number -> new Call(number, json.path("withheld").asBoolean(false)));
  }
}
