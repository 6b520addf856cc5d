package org.hiwar.messenger.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hiwar.channel.Account;
import org.hiwar.channel.Finding;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.OutgoingFile;
import org.hiwar.channel.Sending;
import org.hiwar.conversation.SentOut;
import org.hiwar.messenger.Answered;
import org.hiwar.messenger.Call;
import org.hiwar.messenger.Fetching.Fetched;
import org.hiwar.messenger.MessengerLimits;
import org.hiwar.messenger.Multipart;
import org.hiwar.messenger.ProviderHttp;
import org.hiwar.messenger.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Speaks to the Bot API.
final class TelegramGateway {
  private static final long PHOTO_BYTES = 10L * 1024 * 1024;
  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;
  private static final int UNKNOWN = 404;
  private static final int TOO_MANY = 429;
  private static final int FAULT = 500;
  private static final long LONGEST_WAIT_S = 86_400;

  private final ProviderHttp http;

  TelegramGateway(ProviderHttp http) {
    this.http = http;
  }

  Sending send(Account account, Outgoing message) {
    if (message.files().isEmpty())
      return sending(
          call(account, "sendMessage", Map.of("chat_id", message.to(), "text", message.text())),
          message);
    if (message.files().size() > 1)
      return new Sending.Refused("files-not-allowed", "one file a message");
    if (message.text().length() > MessengerLimits.CAPTION_CHARACTERS)
      return new Sending.Refused("caption-too-long", "1,024 characters beside a file");
    return sendFile(account, message, message.files().getFirst());
  }

  private Sending sendFile(Account account, Outgoing message, OutgoingFile file) {
    boolean photo =
        (file.type().equals("image/jpeg") || file.type().equals("image/png"))
            && file.bytes() <= PHOTO_BYTES;
    try {
      var form = new Multipart(message.clientId()).field("chat_id", message.to());
      if (!message.text().isBlank()) form.field("caption", message.text());
      form.file(photo ? "photo" : "document", file);
      var call = Call.form(url(account, photo ? "sendPhoto" : "sendDocument"), form);
      return sending(http.send(call, MessengerLimits.UPLOAD), message);
    } catch (IOException e) {
      return new Sending.Refused("file-missing", String.valueOf(e.getMessage()));
    }
  }

  /// The other words, or nothing any more where `text` is null. What says so already, or is gone,
  /// is well.
  Sending reword(Account account, SentOut message, @Nullable String text) {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("chat_id", message.recipient());
    parameters.put(
        "message_id", message.externalId().substring(message.externalId().lastIndexOf(':') + 1));
    if (text != null) parameters.put(message.withFiles() ? "caption" : "text", text);
    var method =
        text == null
            ? "deleteMessage"
            : message.withFiles() ? "editMessageCaption" : "editMessageText";
    return switch (call(account, method, parameters)) {
      case Answered.Failed(var code, var detail) -> new Sending.Later(code, detail, Duration.ZERO);
      case Answered.Answer answer -> {
        if (answer.success() || isSo(answer, text == null))
          yield new Sending.Taken(message.externalId());
        var code = code(answer);
        yield passes(code)
            ? new Sending.Later(code, detail(answer), pause(answer.json()))
            : new Sending.Refused(code, detail(answer));
      }
    };
  }

  private static boolean isSo(Answered.Answer answer, boolean withdrawn) {
    var said = answer.json().path("description").asString("").toLowerCase(Locale.ROOT);
    return said.contains(withdrawn ? "message to delete not found" : "message is not modified");
  }

  /// Has Telegram deliver to us what customers write to the bot. Doing it again changes nothing.
  Answered setWebhook(Account account, String url) {
    return call(
        account,
        "setWebhook",
        Map.of(
            "url",
            url,
            "secret_token",
            TelegramSettings.secret(account),
            "allowed_updates",
            List.of("message", "edited_message", "my_chat_member")));
  }

  Fetched fetch(Account account, String file) {
    var told = call(account, "getFile", Map.of("file_id", file));
    if (!(told instanceof Answered.Answer answer) || !answer.success()) return Fetched.of(told);
    var path = answer.json().path("result").path("file_path").asString("");
    if (path.isEmpty()) return new Fetched.Lost();
    return Fetched.of(
        http.download(
            Call.get(
                TelegramSettings.api(account)
                    + "/file/bot"
                    + account.setting(TelegramSettings.TOKEN)
                    + "/"
                    + path)));
  }

  List<Finding> test(Account account, String url) {
    var me = call(account, "getMe", Map.of());
    if (!(me instanceof Answered.Answer known) || !known.success()) return List.of(failure(me));
    var found = new ArrayList<Finding>();
    found.add(Finding.good("authorised"));
    var name = known.json().path("result").path("username").asString("");
    found.add(
        account.address().equals(name.toLowerCase(Locale.ROOT))
            ? Finding.good("address")
            : Finding.bad("address", Texts.detail(name)));
    if (!(call(account, "getWebhookInfo", Map.of()) instanceof Answered.Answer answer))
      return found;
    var info = answer.json().path("result");
    boolean set = info.path("url").asString("").equals(url);
    found.add(
        set
            ? Finding.good("webhook")
            : Finding.bad("webhook", Texts.detail(info.path("url").asString(""))));
    var error = info.path("last_error_message").asString("");
    if (set && !error.isEmpty()) found.add(Finding.bad("deliveries", Texts.detail(error)));
    return found;
  }

  static Finding failure(Answered answered) {
    return switch (answered) {
      case Answered.Failed(var code, var detail) -> Finding.bad(code, detail);
      case Answered.Answer answer -> Finding.bad(code(answer), detail(answer));
    };
  }

  /// Also of another method, such as `getFile`.
  Answered call(Account account, String method, Map<String, Object> parameters) {
    return http.send(Call.json(url(account, method), parameters), MessengerLimits.ANSWER);
  }

  private static String url(Account account, String method) {
    return TelegramSettings.api(account)
        + "/bot"
        + account.setting(TelegramSettings.TOKEN)
        + "/"
        + method;
  }

  private static Sending sending(Answered answered, Outgoing message) {
    return switch (answered) {
      case Answered.Failed(var code, var detail) -> new Sending.Later(code, detail, Duration.ZERO);
      case Answered.Answer answer -> {
        var number = answer.json().path("result").path("message_id").asString("");
        if (answer.success() && !number.isEmpty())
          yield new Sending.Taken(TelegramUpdate.name(message.to(), number));
        var code = code(answer);
        yield passes(code)
            ? new Sending.Later(code, detail(answer), pause(answer.json()))
            : new Sending.Refused(code, detail(answer));
      }
    };
  }

  private static String code(Answered.Answer answer) {
    var said = answer.json().path("description").asString("").toLowerCase(Locale.ROOT);
    int status = answer.status();
    if (status == UNAUTHORISED || status == UNKNOWN) return "not-authorised";
    if (status == TOO_MANY) return "throttled";
    if (status >= FAULT || answer.success()) return "provider-failed";
    if (status == FORBIDDEN) return said.contains("blocked") ? "blocked" : "not-reachable";
    return said.contains("chat not found") || said.contains("deactivated")
        ? "not-reachable"
        : "refused";
  }

  private static boolean passes(String code) {
    return switch (code) {
      case "not-authorised", "throttled", "provider-failed" -> true;
      default -> false;
    };
  }

  private static Duration pause(JsonNode answer) {
    long seconds = answer.path("parameters").path("retry_after").asLong(0);
    return Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST_WAIT_S));
  }

  private static String detail(Answered.Answer answer) {
    return Texts.detail(answer.status() + " " + answer.json().path("description").asString(""));
  }
}
