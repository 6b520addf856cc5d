package org.hiwar.voice.sip.jain;

import javax.sip.message.Message;
import org.hiwar.voice.sdp.RemoteAudio;
import org.hiwar.voice.sdp.SdpReader;
import org.hiwar.voice.sdp.SdpReading.Malformed;
import org.hiwar.voice.sdp.SdpReading.Read;
import org.hiwar.voice.sdp.SdpReading.Unusable;
import org.hiwar.voice.sip.Refusal;

/// The session description in a message, if there is one.
sealed interface Audio {
  record There(RemoteAudio audio) implements Audio {}

  record NotThere() implements Audio {}

  /// A body that is no audio for us.
  ///
  /// @param why with the status to answer
  record Unfit(Refusal why) implements Audio {}

  static Audio in(Message message) {
    var body = Headers.body(message);
    if (body.length == 0) return new NotThere();
    if (!Headers.SDP.equals(Headers.contentType(message))
        || Headers.value(message, "Content-Encoding") != null)
      return new Unfit(Refusal.of(415)); // RFC 3261 section 21.4.13
    return switch (SdpReader.read(body)) {
      case Read(var audio) -> new There(audio);
      case Unusable(var why) ->
          new Unfit(
              new Refusal(488, Refusal.Why.UNSUITABLE, "The audio does not suit: " + why + "."));
      case Malformed(var why) ->
          new Unfit(
              new Refusal(
                  400,
                  Refusal.Why.NOT_UNDERSTOOD,
                  "The description of the audio cannot be read: " + why + "."));
    };
  }
}
