package org.hiwar.messenger.whatsapp;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hiwar.channel.Account;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.OutgoingFile;
import org.hiwar.channel.Sending;
import org.hiwar.messenger.Answered;
import org.hiwar.messenger.Call;
import org.hiwar.messenger.MessengerLimits;
import org.hiwar.messenger.Multipart;
import org.hiwar.messenger.ProviderHttp;

/// Sends the file of a message ahead, and says how the message names it. A message carries one.
final class WhatsAppUpload {
  /// Of what the provider shows in the conversation; larger files go as documents.
  private static final long IMAGE_BYTES = 5L * 1024 * 1024;
  private static final long PLAYED_BYTES = 16L * 1024 * 1024;
  private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png");
  private static final Set<String> VIDEOS = Set.of("video/mp4", "video/3gpp");
  private static final Set<String> SOUNDS =
      Set.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg");

  private final ProviderHttp http;

  WhatsAppUpload(ProviderHttp http) {
    this.http = http;
  }

  sealed interface Uploaded {}

  /// @param content the message that names the file
  record Stored(Map<String, Object> content) implements Uploaded {}

  record Not(Sending sending) implements Uploaded {}

  Uploaded send(Account account, Outgoing message) {
    if (message.files().size() > 1)
      return new Not(new Sending.Refused("files-not-allowed", "one file a message"));
    if (message.text().length() > MessengerLimits.CAPTION_CHARACTERS)
      return new Not(new Sending.Refused("caption-too-long", "1,024 characters beside a file"));
    var file = message.files().getFirst();
    try {
      var form =
          new Multipart(message.clientId())
              .field("messaging_product", "whatsapp")
              .field("type", file.type())
              .file("file", file);
      var call =
          WhatsAppGateway.authorised(
              account, Call.form(WhatsAppGateway.url(account, "/media"), form));
      return switch (http.send(call, MessengerLimits.UPLOAD)) {
        case Answered.Failed(var code, var detail) -> new Not(WhatsAppAnswers.later(code, detail));
        case Answered.Answer answer -> named(answer, message, file);
      };
    } catch (IOException e) {
      return new Not(new Sending.Refused("file-missing", String.valueOf(e.getMessage())));
    }
  }

  private static Uploaded named(Answered.Answer answer, Outgoing message, OutgoingFile file) {
    var id = answer.json().path("id").asString("");
    if (!answer.success() || id.isEmpty()) return new Not(WhatsAppAnswers.sending(answer));
    var kind = kind(file, message.text());
    var content = new LinkedHashMap<String, Object>();
    content.put("id", id);
    if (!message.text().isBlank()) content.put("caption", message.text());
    if (kind.equals("document")) content.put("filename", file.name());
    return new Stored(WhatsAppContent.to(message, kind, content));
  }

  /// Sound has no words beside it; with words it goes as a document.
  private static String kind(OutgoingFile file, String text) {
    if (IMAGES.contains(file.type()) && file.bytes() <= IMAGE_BYTES) return "image";
    if (file.bytes() > PLAYED_BYTES) return "document";
    if (VIDEOS.contains(file.type())) return "video";
    return SOUNDS.contains(file.type()) && text.isBlank() ? "audio" : "document";
  }
}
