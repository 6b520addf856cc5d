package org.hiwar.messenger.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hiwar.messenger.MessengerLimits;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What of the Cloud API Hiwar speaks to, on this machine alone.
final class StubApi implements AutoCloseable {
  private static final String VERSION = "/v25.0";
  private static final int OK = 200;
  private static final int BAD = 400;
  private static final int UNAUTHORISED = 401;
  private static final int UNKNOWN = 404;
  private static final int WRONG_TOKEN = 190;
  private static final int WRONG_PARAMETER = 100;

  private final StubAccount account;
  private final StubFiles files;
  private final Sends sends;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// What comes of the requests.
  interface Sends {
    /// A customer's message was read.
    void read(String id);

    /// A name that nothing else has.
    String name(String kind);

    /// A message was taken, and who sent it knows its name.
    void send(String id, Sent message);
  }

  StubApi(StubAccount account, StubFiles files, Sends sends) {
    this.account = account;
    this.files = files;
    this.sends = sends;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return origin() + VERSION;
  }

  private String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
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
      else if (name.equals("media")) upload(exchange, body);
      else if (name.equals(account.numberId()))
        reply(exchange, OK, Map.of("display_phone_number", account.number()));
      else if (path.endsWith("/" + account.businessId() + "/message_templates"))
        reply(exchange, OK, StubWire.templates(account.templates()));
      else if (path.startsWith("/files/")) file(exchange, name);
      else if (files.find(name).isPresent())
        reply(exchange, OK, Map.of("url", origin() + "/files/" + name));
      else reply(exchange, UNKNOWN, StubWire.error(WRONG_PARAMETER, "there is no such thing"));
    }
  }

  private void messages(HttpExchange exchange, byte[] body) throws IOException {
    try {
      var message = JsonMapper.shared().readTree(body);
      if (message.path("status").asString("").equals("read")) {
        sends.read(message.path("message_id").asString(""));
        reply(exchange, OK, Map.of("success", true));
        return;
      }
      switch (Sent.read(message, account.templates(), files)) {
        case Sent.Understood(var sent) -> {
          var id = sends.name("wamid.out-");
          reply(exchange, OK, Map.of("messages", List.of(Map.of("id", id))));
          sends.send(id, sent);
        }
        case Sent.Refused(var code, var words) -> reply(exchange, BAD, StubWire.error(code, words));
      }
    } catch (JacksonException _) {
      reply(exchange, BAD, StubWire.error(WRONG_PARAMETER, "no JSON"));
    }
  }

  private void upload(HttpExchange exchange, byte[] body) throws IOException {
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    var file = StubForm.file(type == null ? "" : type, body);
    if (file.isEmpty()) {
      reply(exchange, BAD, StubWire.error(WRONG_PARAMETER, "no file"));
      return;
    }
    var id = sends.name("upload-");
    files.keep(id, file.get());
    reply(exchange, OK, Map.of("id", id));
  }

  private void file(HttpExchange exchange, String name) throws IOException {
    var found = files.find(name);
    if (found.isEmpty()) {
      reply(exchange, UNKNOWN, StubWire.error(WRONG_PARAMETER, "there is no such file"));
      return;
    }
    var content = found.get().content();
    exchange.sendResponseHeaders(OK, content.length == 0 ? -1 : content.length);
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
    threads.shutdownNow();
  }
}
