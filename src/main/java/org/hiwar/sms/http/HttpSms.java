package org.hiwar.sms.http;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hiwar.channel.Account;
import org.hiwar.channel.Finding;
import org.hiwar.channel.Inbox;
import org.hiwar.channel.Incoming;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.RawItem;
import org.hiwar.channel.Reading;
import org.hiwar.channel.Receipt;
import org.hiwar.channel.Sending;
import org.hiwar.channel.WebhookRequest;
import org.hiwar.channel.Webhooks.Answer;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;
import org.hiwar.contact.Sender;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.DeliveryState;
import org.hiwar.platform.outbound.NotAllowedOutside;
import org.hiwar.platform.outbound.OutboundHttp;
import org.hiwar.sms.text.SenderTrust;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Speaks with a provider as most large ones do: it posts a form with `From`, `To`, `Body` and
/// `MessageSid` when a customer writes, one with `MessageSid` and `MessageStatus` when it knows
/// more of a message of ours, and takes a form with `From`, `To` and `Body`, which it answers with
/// its name for the message.
public final class HttpSms {
  private static final int BODY_BYTES = 64 * 1024;
  private static final int NAME_CHARACTERS = 300;
  private static final int ANSWER_BYTES = 64 * 1024;
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
  private static final Duration TEST_WITHIN = Duration.ofSeconds(12);
  private static final Duration KEEP_WITHIN = Duration.ofSeconds(10);
  private static final Duration BREATH = Duration.ofSeconds(2);

  private final OutboundHttp http;
  private final JsonMapper json = JsonMapper.shared();

  public HttpSms(OutboundHttp http) {
    this.http = http;
  }

  /// Takes a request of the provider, once its signature is good; whoever has none learns nothing
  /// else.
  public Answer handle(Account account, WebhookRequest request, Inbox inbox) {
    var settings = HttpSettings.of(account);
    var signature = request.header(settings.signatureHeader());
    if (!Signature.isGood(settings.secret(), request.body(), signature)) return Answer.status(403);
    if (!request.method().equals("POST")) return Answer.status(405);
    if (request.body().length > BODY_BYTES) return Answer.status(413);
    var form = Form.parse(request.body());
    if (form.isEmpty() || !isNamed(form.get())) return Answer.status(400);
    try {
      var id = externalId(form.get());
      inbox.keep(account, id, request.body()).get(KEEP_WITHIN.toSeconds(), TimeUnit.SECONDS);
      return Answer.status(200);
    } catch (ExecutionException | TimeoutException _) {
      return Answer.status(503);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Answer.status(503);
    }
  }

  /// What is longer would have to be cut, and would be the name of another message, too.
  private static boolean isNamed(Form form) {
    var id = form.get("MessageSid");
    var status = form.get("MessageStatus");
    return !id.isEmpty()
        && id.length() + status.length() <= NAME_CHARACTERS
        && isText(id)
        && isText(status);
  }

  private static boolean isText(String some) {
    return some.chars().noneMatch(Character::isISOControl);
  }

  /// A message comes once, its news once for each state.
  private static String externalId(Form form) {
    var id = form.get("MessageSid");
    var status = form.get("MessageStatus");
    return isNews(form) ? "news-" + status + "-" + id : "in-" + id;
  }

  private static boolean isNews(Form form) {
    return !form.get("MessageStatus").isEmpty() && !form.fields().containsKey("Body");
  }

  public Reading read(RawItem item) {
    var form = Form.parse(item.body());
    if (form.isEmpty()) return new Reading.Aside("malformed", "no form");
    return isNews(form.get()) ? news(form.get(), item) : message(form.get());
  }

  private static Reading message(Form form) {
    var from = form.get("From").strip();
    if (from.isEmpty() || !isText(from)) return new Reading.Aside("no-sender", "");
    var sender = Addresses.normalised(AddressKind.PHONE, from, "").orElse(from);
    var address = new Address(AddressKind.PHONE, sender, SenderTrust.of(sender));
    var text = form.get("Body").replace('\0', '\uFFFD');
    if (text.length() > ConversationLimits.MESSAGE_CHARACTERS)
      return new Reading.Aside("too-long", text.length() + " characters");
    return Reading.Content.of(
        Incoming.text(
            "in-" + form.get("MessageSid"),
            Sender.of(address, null),
            text.isBlank() ? "[ ]" : text));
  }

  private static Reading news(Form form, RawItem item) {
    var id = form.get("MessageSid");
    return switch (form.get("MessageStatus")) {
      case "delivered" ->
          Reading.Content.of(new Receipt(id, DeliveryState.DELIVERED, null, item.receivedAt()));
      case "read" ->
          Reading.Content.of(new Receipt(id, DeliveryState.READ, null, item.receivedAt()));
      case "undelivered", "failed" ->
          Reading.Content.of(
              new Receipt(id, DeliveryState.FAILED, "undeliverable", item.receivedAt()));
      default -> new Reading.Nothing("on-its-way");
    };
  }

  public Sending send(Account account, Outgoing message) {
    var settings = HttpSettings.of(account);
    var form = new LinkedHashMap<String, String>();
    form.put("From", account.address());
    form.put("To", message.to());
    form.put("Body", message.text());
    if (!settings.callback().isEmpty()) form.put("StatusCallback", settings.callback());
    try {
      return sent(http.send(request(settings, "POST", new Form(form).bytes(), ANSWER_WITHIN)));
    } catch (NotAllowedOutside e) {
      return new Sending.Later(
          NotAllowedOutside.CODE, String.valueOf(e.getMessage()), Duration.ZERO);
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
      return new Sending.Later("not-reachable", String.valueOf(e.getMessage()), Duration.ZERO);
    }
  }

  private static OutboundHttp.Request request(
      HttpSettings settings, String method, byte[] body, Duration patience)
      throws URISyntaxException {
    var proof = (settings.user() + ":" + settings.token()).getBytes(StandardCharsets.UTF_8);
    var headers =
        Map.of(
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(proof),
            "Accept", "application/json",
            "Content-Type", "application/x-www-form-urlencoded");
    return new OutboundHttp.Request(
        method, new URI(settings.url()), headers, body, patience, ANSWER_BYTES);
  }

  private Sending sent(OutboundHttp.Answer answer) {
    int status = answer.status();
    var said = new String(answer.body(), StandardCharsets.UTF_8);
    var detail = status + " " + said.substring(0, Math.min(said.length(), 500));
    if (status >= 200 && status < 300) return new Sending.Taken(id(said));
    if (status == 429) return new Sending.Later("throttled", detail, wait(answer));
    if (status == 401 || status == 403)
      return new Sending.Later("credentials-refused", detail, Duration.ZERO);
    if (status >= 500 || status == 408)
      return new Sending.Later("provider-error", detail, Duration.ZERO);
    return new Sending.Refused("refused", detail);
  }

  private String id(String said) {
    try {
      var answer = json.readTree(said);
      for (var name : List.of("sid", "id", "message_id"))
        if (answer.path(name).isValueNode()) return answer.path(name).asString();
      return "";
    } catch (JacksonException _) {
      return "";
    }
  }

  private static Duration wait(OutboundHttp.Answer answer) {
    try {
      long seconds = Long.parseLong(answer.headers().getOrDefault("retry-after", "").strip());
      return Duration.ofSeconds(Math.clamp(seconds, 1, 600));
    } catch (NumberFormatException _) {
      return BREATH;
    }
  }

  /// Asks for what is there without posting anything.
  public List<Finding> test(Account account) {
    var settings = HttpSettings.of(account);
    if (settings.url().isEmpty()) return List.of(Finding.bad("url-missing", ""));
    var signature =
        settings.secret().isEmpty() ? Finding.bad("secret-missing", "") : Finding.good("signature");
    try {
      int status = http.send(request(settings, "GET", new byte[0], TEST_WITHIN)).status();
      var detail = Integer.toString(status);
      if (status == 401 || status == 403)
        return List.of(
            Finding.good("connection"), Finding.bad("credentials-refused", detail), signature);
      return status >= 500
          ? List.of(Finding.bad("provider-error", detail), signature)
          : List.of(Finding.good("connection"), Finding.good("credentials"), signature);
    } catch (NotAllowedOutside e) {
      return List.of(Finding.bad(NotAllowedOutside.CODE, String.valueOf(e.getMessage())));
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
      return List.of(Finding.bad("not-reachable", String.valueOf(e.getMessage())));
    }
  }
}
