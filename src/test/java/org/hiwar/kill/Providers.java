package org.hiwar.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.hiwar.messenger.Signatures;
import tools.jackson.databind.json.JsonMapper;

/// What the providers of WhatsApp, Telegram and the webhook channel deliver to a Hiwar, signed as
/// they do, and again until it is taken. A text of a customer is the letter of the channel, the
/// customer's number and its own, such as `w-3-17`.
final class Providers {
  static final String WHATSAPP_SECRET = "secret-of-the-app";
  static final String WHATSAPP_NUMBER = "106540352242922";
  static final String TELEGRAM_TOKEN = "123456:olive-tree-of-the-bot";
  static final String WEBHOOK_SECRET = "secret-of-the-other-system";
  private static final long PAUSE_MS = 100;
  private static final int TOO_MANY = 429;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final long workspace;
  private final AtomicLong updates = new AtomicLong(1_000);

  Providers(URI server, long workspace) {
    this.server = server;
    this.workspace = workspace;
  }

  /// Something that a provider delivers; the same each time it is sent again.
  record Delivery(String account, byte[] body, Map<String, String> headers) {}

  /// One delivery with several messages of one customer.
  Delivery whatsapp(String account, int customer, List<Integer> numbers) {
    var messages = new ArrayList<Map<String, Object>>();
    for (int number : numbers)
      messages.add(
          Map.of(
              "from", "9639441%05d".formatted(customer),
              "id", "wamid.%d.%d".formatted(customer, number),
              "timestamp", Long.toString(Instant.now().getEpochSecond()),
              "type", "text",
              "text", Map.of("body", "w-%d-%d".formatted(customer, number))));
    var value =
        Map.of(
            "messaging_product",
            "whatsapp",
            "metadata",
            Map.of("phone_number_id", WHATSAPP_NUMBER),
            "contacts",
            List.of(
                Map.of(
                    "wa_id",
                    "9639441%05d".formatted(customer),
                    "profile",
                    Map.of("name", "ليلى " + customer))),
            "messages",
            messages);
    var body =
        json(
            Map.of(
                "object",
                "whatsapp_business_account",
                "entry",
                List.of(Map.of("changes", List.of(Map.of("field", "messages", "value", value))))));
    var signature =
        "sha256=" + Signatures.hex(Signatures.hmac(Signatures.utf8(WHATSAPP_SECRET), body));
    return new Delivery(account, body, Map.of("X-Hub-Signature-256", signature));
  }

  Delivery telegram(String account, int customer, int number) {
    var body =
        json(
            Map.of(
                "update_id",
                updates.incrementAndGet(),
                "message",
                Map.of(
                    "message_id", number + 1,
                    "date", Instant.now().getEpochSecond(),
                    "chat", Map.of("id", 7_000_000 + customer, "type", "private"),
                    "from", Map.of("id", 7_000_000 + customer, "first_name", "Sami " + customer),
                    "text", "t-%d-%d".formatted(customer, number))));
    var secret =
        Signatures.hex(
            Signatures.hmac(
                Signatures.utf8(TELEGRAM_TOKEN),
                Signatures.utf8("webhook " + workspace + " " + account)));
    return new Delivery(account, body, Map.of("X-Telegram-Bot-Api-Secret-Token", secret));
  }

  Delivery webhook(String account, int customer, int number) {
    var body =
        json(
            Map.of(
                "type", "message",
                "id", "h-%d-%d".formatted(customer, number),
                "from", Map.of("id", "customer-" + customer, "name", "Rima " + customer),
                "text", "h-%d-%d".formatted(customer, number)));
    var id = "delivery_%d_%d".formatted(customer, number);
    var seconds = Long.toString(Instant.now().getEpochSecond());
    var signed =
        Signatures.hmac(
            Signatures.utf8(WEBHOOK_SECRET), Signatures.utf8(id + "." + seconds + "."), body);
    var headers = new HashMap<String, String>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", seconds);
    headers.put("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signed));
    return new Delivery(account, body, headers);
  }

  private static byte[] json(Object body) {
    return JsonMapper.shared().writeValueAsBytes(body);
  }

  /// Again and again until it is taken. Answers how often it was sent.
  int deliver(Delivery what) throws InterruptedException {
    var builder =
        HttpRequest.newBuilder(server.resolve("/api/webhooks/demo/" + what.account()))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(what.body()));
    what.headers().forEach(builder::header);
    var request = builder.build();
    for (int sent = 1; ; sent++) {
      try {
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status < 300) return sent;
        if (status < 500 && status != TOO_MANY)
          throw new AssertionError("a delivery was refused: " + status);
      } catch (IOException _) {
        // the server is away, or was killed before it could answer
      }
      Thread.sleep(PAUSE_MS);
    }
  }
}
