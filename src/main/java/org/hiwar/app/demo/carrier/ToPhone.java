package org.hiwar.app.demo.carrier;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.hiwar.voice.sip.DialString;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What the page of a telephone hears.
sealed interface ToPhone {
  /// The first frame: the telephone's own number, those that it may want to call, and those to
  /// which it may write SMS; none: there is no SMS.
  record Plugged(String number, List<CentreNumber> centre, List<CentreNumber> senders)
      implements ToPhone {}

  /// An SMS of this telephone; one that is shown already is told again when it has failed.
  ///
  /// @param id ascending with the time
  /// @param party the other side's number
  /// @param mine whether this telephone has written it
  record Text(long id, String party, boolean mine, String text, Instant at, boolean failed)
      implements ToPhone {}

  /// The answer to the page's offer.
  record Audio(String sdp) implements ToPhone {}

  /// The page's offer cannot be used; the sentence is English.
  record NoAudio(String sentence) implements ToPhone {}

  /// @param party the other side's number; empty when it is withheld, null without a call
  /// @param result how the last call ended, when it did not simply end
  record State(@JsonProperty("state") Stage stage, @Nullable String party, @Nullable Result result)
      implements ToPhone {}

  /// A number of the contact centre, and what it is called there.
  record CentreNumber(String number, String name, @Nullable String language) {
    CentreNumber(DialString number, String name, @Nullable String language) {
      this(number.text(), name, language);
    }
  }

  enum Stage {
    IDLE,
    DIALLING,
    /// It rings at the other side.
    RINGING_THERE,
    /// It rings here.
    RINGING,
    TALKING
  }

  enum Result {
    BUSY,
    NO_ANSWER,
    DECLINED,
    NO_SUCH_NUMBER,
    UNREACHABLE,
    /// The other side hung up.
    ENDED,
    /// The audio of this telephone is not connected.
    NO_AUDIO
  }

  /// One JSON object with its `type`.
  static String json(ToPhone frame) {
    var json = JsonMapper.shared().valueToTree(frame).asObject();
    json.put(
        "type",
        switch (frame) {
          case Plugged _ -> "plugged";
          case Audio _ -> "audio";
          case NoAudio _ -> "no-audio";
          case State _ -> "state";
          case Text _ -> "text";
        });
    return json.toString();
  }
}
