package org.hiwar.bench.channels;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hiwar.messenger.Signatures;
import org.hiwar.sms.simulator.SmscSimulator;

/// Customers who write, and what stands between them and Hiwar: every second one by WhatsApp, whose
/// provider signs a webhook for each message, the others by SMS over one SMPP session. What one
/// customer writes goes out in its order: the next message when the one before was acknowledged.
final class Texting implements AutoCloseable {
  /// One account takes 100 webhooks a second from one address.
  private static final int NUMBERS = 40;

  private static final String SECRET = "secret-of-the-app";
  private static final String OURS_BY_SMS = "+4930901900";

  private final ChannelsPlace place;
  private final SmscSimulator centre = SmscSimulator.start("hiwar", "secret");
  private final ExecutorService telephones = Executors.newVirtualThreadPerTaskExecutor();
  private final List<URI> hooks = new ArrayList<>();
  private final List<CompletableFuture<Boolean>> last = new ArrayList<>();

  Texting(ChannelsPlace place, int customers) throws Exception {
    this.place = place;
    for (int i = 0; i < NUMBERS; i++) hooks.add(hook(i));
    place.account(
        "sms",
        OURS_BY_SMS,
        Map.of(
            "provider",
            "smpp",
            "host",
            "127.0.0.1",
            "port",
            Integer.toString(centre.port()),
            "systemId",
            "hiwar",
            "password",
            "secret"),
        true);
    for (int i = 0; i < customers; i++) last.add(CompletableFuture.completedFuture(true));
    for (int i = 0; i < 600 && centre.sessions() == 0; i++) Thread.sleep(50);
    if (centre.sessions() == 0) throw new IllegalStateException("no SMPP session was bound");
  }

  private URI hook(int number) throws Exception {
    var account =
        place.account(
            "whatsapp",
            "+4930901%03d".formatted(number),
            Map.of(
                "phoneNumberId",
                numberId(number),
                "accessToken",
                "token-of-ours",
                "appSecret",
                SECRET,
                "verifyToken",
                "olive tree"),
            true);
    return place
        .hiwar
        .server()
        .resolve("/api/webhooks/" + place.slug + "/" + account.get("id").asString());
  }

  private static String numberId(int number) {
    return "1065%011d".formatted(number);
  }

  /// Whether the customer writes by SMS.
  static boolean bySms(int customer) {
    return customer % 2 == 1;
  }

  /// Done when it was acknowledged; false: it was not.
  CompletableFuture<Boolean> says(int customer, String text) {
    var said =
        last.get(customer)
            .handle((_, _) -> true)
            .thenCompose(_ -> bySms(customer) ? sms(customer, text) : webhook(customer, text));
    last.set(customer, said);
    return said;
  }

  private CompletableFuture<Boolean> sms(int customer, String text) {
    return CompletableFuture.supplyAsync(
        () -> centre.send("+491511%07d".formatted(customer), OURS_BY_SMS, text), telephones);
  }

  private CompletableFuture<Boolean> webhook(int customer, String text) {
    int number = customer / 2 % NUMBERS;
    var body = delivery(number, "491512%07d".formatted(customer), text);
    var signature = Signatures.hmac(Signatures.utf8(SECRET), body);
    var request =
        HttpRequest.newBuilder(hooks.get(number))
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", "sha256=" + Signatures.hex(signature))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return place
        .client
        .sendAsync(request, BodyHandlers.discarding())
        .thenApply(answer -> answer.statusCode() == 200);
  }

  /// As the Cloud API has it.
  private static byte[] delivery(int number, String from, String text) {
    return """
    {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":{\
    "messaging_product":"whatsapp","metadata":{"display_phone_number":"4930901%03d","phone_number_id":"%s"},\
    "contacts":[{"profile":{"name":"Customer %s"},"wa_id":"%s"}],\
    "messages":[{"from":"%s","id":"wamid.%s","timestamp":"%d","type":"text","text":{"body":"%s"}}]}}]}]}\
    """
        .formatted(
            number,
            numberId(number),
            from,
            from,
            from,
            text,
            System.currentTimeMillis() / 1_000,
            text)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    telephones.close();
    centre.close();
  }
}
