package org.hiwar.messenger.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.hiwar.messenger.MessengerLimits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A provider of a messenger, in the shape of WhatsApp's, with the telephones of its customers: for
/// trying Hiwar, and for tests. It listens on this machine alone.
///
/// What an agent sends is told to be sent and delivered at once, and read when the customer looks.
public final class StubMessenger implements AutoCloseable {
  private static final int OK = 200;
  private static final int BAD = 400;
  private static final int UNAUTHORISED = 401;
  private static final int UNKNOWN = 404;
  private static final int WRONG_TOKEN = 190;
  private static final int WRONG_PARAMETER = 100;
  private static final int MOST_FILES = 100;

  private final StubAccount account;
  private final Clock clock;
  private final HttpServer server;
  private final Deliverer deliverer;
  private final Telephones telephones = new Telephones();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, Integer> failing = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();

  /// @param webhook where Hiwar takes deliveries for this account
  public StubMessenger(StubAccount account, URI webhook, Clock clock) {
    this.account = account;
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    deliverer = new Deliverer(account.appSecret(), webhook);
    server.start();
  }

  /// The address of its interface, for the settings of the account.
  public String api() {
    var address = server.getAddress();
    return "http://127.0.0.1:" + address.getPort() + "/v25.0";
  }

  /// From now on delivers there.
  public void deliversTo(URI webhook) {
    deliverer.to(webhook);
  }

  /// A customer writes. `customer` is a number with `+`. Answers the name of the message.
  public String write(String customer, String name, String text) {
    return send(customer, name, text, "", Map.of("type", "text", "text", Map.of("body", text)));
  }

  /// A customer sends a picture; a hundred at most, as they are kept in memory.
  public String sendPicture(String customer, String name, String caption, byte[] jpeg) {
    if (files.size() >= MOST_FILES) throw new IllegalStateException("too many files");
    var media = next("media-");
    files.put(media, jpeg);
    var image = Map.of("id", media, "mime_type", "image/jpeg", "caption", caption);
    return send(customer, name, caption, "image.jpg", Map.of("type", "image", "image", image));
  }

  private String send(
      String customer, String name, String text, String file, Map<String, Object> content) {
    var id = next("wamid.in-");
    var now = clock.instant();
    telephones.show(new Shown(id, customer, true, text, file, now, false));
    deliverer.deliver(StubWire.message(account, customer, name, id, now, content));
    return id;
  }

  /// What stands on a customer's telephone.
  public List<Shown> shownTo(String customer) {
    return telephones.of(customer);
  }

  /// The customer looks at the telephone: what came is read.
  public void look(String customer) {
    for (var one : telephones.of(customer))
      if (!one.own())
        telephones
            .seen(one.id())
            .ifPresent(
                seen ->
                    deliverer.deliver(
                        StubWire.status(account, seen.id(), "read", 0, clock.instant())));
  }

  /// From now on nothing that is sent to this customer arrives, for this reason; 0: it does.
  public void fail(String customer, int reason) {
    if (reason == 0) failing.remove(customer);
    else failing.put(customer, reason);
  }

  private String next(String kind) {
    return kind + numbers.incrementAndGet();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var token = exchange.getRequestHeaders().getFirst("Authorization");
      if (!("Bearer " + account.accessToken()).equals(token)) {
        reply(exchange, UNAUTHORISED, StubWire.error(WRONG_TOKEN, "no such token"));
        return;
      }
      var path = exchange.getRequestURI().getPath();
      var name = path.substring(path.lastIndexOf('/') + 1);
      var body = exchange.getRequestBody().readNBytes(MessengerLimits.FILE_BYTES * 2);
      if (name.equals("messages")) messages(exchange, body);
      else if (name.equals("media")) reply(exchange, OK, Map.of("id", next("upload-")));
      else if (name.equals(account.numberId()))
        reply(exchange, OK, Map.of("display_phone_number", account.number()));
      else if (path.startsWith("/files/")) file(exchange, name);
      else if (files.containsKey(name))
        reply(exchange, OK, Map.of("url", api().replace("/v25.0", "/files/") + name));
      else reply(exchange, UNKNOWN, StubWire.error(WRONG_PARAMETER, "there is no such thing"));
    }
  }

  private void messages(HttpExchange exchange, byte[] body) throws IOException {
    var message = JsonMapper.shared().readTree(body);
    if (message.path("status").asString("").equals("read")) {
      var unused = telephones.seen(message.path("message_id").asString(""));
      reply(exchange, OK, Map.of("success", true));
      return;
    }
    var customer = message.path("to").asString("");
    if (customer.isEmpty()) {
      reply(exchange, BAD, StubWire.error(WRONG_PARAMETER, "nobody to send to"));
      return;
    }
    var id = next("wamid.out-");
    reply(exchange, OK, Map.of("messages", List.of(Map.of("id", id))));
    arrive(customer, id, message);
  }

  private void arrive(String customer, String id, JsonNode message) {
    var now = clock.instant();
    deliverer.deliver(StubWire.status(account, id, "sent", 0, now));
    var reason = failing.get(customer);
    if (reason != null) {
      deliverer.deliver(StubWire.status(account, id, "failed", reason, now));
      return;
    }
    telephones.show(
        new Shown(id, customer, false, StubWire.text(message), StubWire.file(message), now, false));
    deliverer.deliver(StubWire.status(account, id, "delivered", 0, now));
  }

  private void file(HttpExchange exchange, String name) throws IOException {
    var content = files.get(name);
    if (content == null) {
      reply(exchange, UNKNOWN, StubWire.error(WRONG_PARAMETER, "there is no such file"));
      return;
    }
    exchange.sendResponseHeaders(OK, content.length);
    exchange.getResponseBody().write(content);
  }

  private static void reply(HttpExchange exchange, int status, Object body) throws IOException {
    var json = JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, json.length);
    exchange.getResponseBody().write(json);
  }

  @Override
  public void close() {
    server.stop(0);
    deliverer.close();
  }
}
