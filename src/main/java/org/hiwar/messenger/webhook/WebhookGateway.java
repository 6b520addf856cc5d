package org.hiwar.messenger.webhook;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.hiwar.channel.Account;
import org.hiwar.channel.Finding;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.OutgoingFile;
import org.hiwar.channel.Sending;
import org.hiwar.messenger.Answered;
import org.hiwar.messenger.Call;
import org.hiwar.messenger.Fetching.Fetched;
import org.hiwar.messenger.MessengerLimits;
import org.hiwar.messenger.ProviderHttp;
import org.hiwar.messenger.Texts;
import tools.jackson.databind.json.JsonMapper;

/// Sends to the other system what agents write, signed.
final class WebhookGateway {
  static final int FILES = 5;
  /// They travel inside of the JSON, a third larger than they are.
  static final long FILE_BYTES = 5L * 1024 * 1024;

  private static final int REQUEST_TIMEOUT = 408;
  private static final int CONFLICT = 409;

  private final ProviderHttp http;

  WebhookGateway(ProviderHttp http) {
    this.http = http;
  }

  /// The name of the webhook is that of the message, however often it is sent: the other system
  /// shows it once.
  Sending send(Account account, Outgoing message, StandardSignature signature) {
    List<Map<String, Object>> files = new ArrayList<>();
    try {
      for (var file : message.files()) files.add(content(file));
    } catch (IOException e) {
      return new Sending.Refused("file-missing", Texts.detail(String.valueOf(e.getMessage())));
    }
    var body =
        Map.of(
            "type", "message",
            "id", message.id().toString(),
            "conversation", message.conversation().toString(),
            "to", message.to(),
            "text", message.text(),
            "files", files);
    return switch (post(account, "message-" + message.id(), body, signature)) {
      case Answered.Failed(var code, var detail) -> new Sending.Later(code, detail, Duration.ZERO);
      case Answered.Answer answer -> sending(answer, message);
    };
  }

  /// Asks for a file at the address that the other system named; nobody proves anything by it.
  Fetched fetch(String url) {
    return Fetched.of(http.download(Call.get(url)));
  }

  Finding test(Account account, StandardSignature signature) {
    var id = "test-" + signature.now();
    return switch (post(account, id, Map.of("type", "test"), signature)) {
      case Answered.Failed(var code, var detail) -> Finding.bad(code, detail);
      case Answered.Answer answer when answer.success() -> Finding.good("authorised");
      case Answered.Answer answer ->
          Finding.bad(answer.passing() ? "provider-failed" : "refused", detail(answer));
    };
  }

  private Answered post(
      Account account, String id, Map<String, Object> content, StandardSignature signature) {
    var body = JsonMapper.shared().writeValueAsBytes(content);
    long now = signature.now();
    var call =
        Call.json(account.setting(WebhookChannel.URL), body)
            .with(StandardSignature.ID, id)
            .with(StandardSignature.TIMESTAMP, Long.toString(now))
            .with(StandardSignature.SIGNATURE, signature.sign(id, now, body));
    return http.send(call, MessengerLimits.UPLOAD);
  }

  private static Sending sending(Answered.Answer answer, Outgoing message) {
    if (answer.success()) {
      var id = answer.json().path("id").asString("");
      return new Sending.Taken(id.isBlank() ? message.id().toString() : id);
    }
    boolean later =
        answer.passing() || answer.status() == REQUEST_TIMEOUT || answer.status() == CONFLICT;
    if (later) return new Sending.Later("provider-failed", detail(answer), answer.pause());
    var failure = WebhookItem.failure(answer.json().path("failure").asString(""));
    return new Sending.Refused(failure, detail(answer));
  }

  private static String detail(Answered.Answer answer) {
    var said = answer.json().path("detail").asString("");
    return Texts.detail(answer.status() + " " + said);
  }

  private static Map<String, Object> content(OutgoingFile file) throws IOException {
    return Map.of(
        "name", file.name(),
        "type", file.type(),
        "bytes", file.bytes(),
        "content", Base64.getEncoder().encodeToString(Files.readAllBytes(file.content())));
  }
}
