package org.hiwar.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// A token endpoint (RFC 6749) with the mail server behind it, which takes its access tokens and
/// no passwords.
public final class TokenHouse implements AutoCloseable {
  private static final String CLIENT = "hiwar";
  private static final String CLIENT_SECRET = "date-palm";
  private static final String REFRESH = "1//refresh";

  public final MailHouse mail = new MailHouse();
  final AtomicInteger asked = new AtomicInteger();
  private final Set<String> good = ConcurrentHashMap.newKeySet();
  private final HttpServer server;
  private final BearerDoor imap;
  private final BearerDoor smtp;
  private volatile String refresh = REFRESH;
  private volatile boolean rotates;
  private volatile boolean broken;
  private volatile boolean deaf;

  public TokenHouse() {
    var plain = mail.settings(Map.of());
    imap = door(true, plain);
    smtp = door(false, plain);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/token", this::answer);
    server.start();
  }

  private BearerDoor door(boolean imap, Map<String, String> plain) {
    int behind = Integer.parseInt(plain.getOrDefault(imap ? "imap-port" : "smtp-port", ""));
    return new BearerDoor(
        imap,
        behind,
        MailHouse.OURS,
        plain.getOrDefault("secret", ""),
        token -> !deaf && good.contains(token));
  }

  /// What an account has to know to use it.
  public Map<String, String> settings(Map<String, String> more) {
    var settings = new HashMap<>(mail.settings(Map.of()));
    settings.remove("secret");
    settings.put("imap-port", Integer.toString(imap.port()));
    settings.put("smtp-port", Integer.toString(smtp.port()));
    settings.put("log-in", "oauth2");
    settings.put("token-endpoint", "http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    settings.put("client-id", CLIENT);
    settings.put("client-secret", CLIENT_SECRET);
    settings.put("refresh-token", REFRESH);
    settings.putAll(more);
    return settings;
  }

  /// The mail server forgets every token that was given.
  void forgetTokens() {
    good.clear();
  }

  /// The refresh token counts no more.
  public void withdraw() {
    refresh = "another one";
  }

  /// With each access token there is a new refresh token, and the old one counts no more.
  void rotate() {
    rotates = true;
  }

  void breakEndpoint() {
    broken = true;
  }

  /// The mail server takes no token at all.
  void takeNoToken() {
    deaf = true;
  }

  Set<String> tokens() {
    return Set.copyOf(good);
  }

  String refreshToken() {
    return refresh;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      int number = asked.incrementAndGet();
      var form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      if (broken) say(exchange, 503, "");
      else if (!CLIENT_SECRET.equals(form.get("client_secret"))
          || !CLIENT.equals(form.get("client_id")))
        say(exchange, 401, "{\"error\":\"invalid_client\"}");
      else if (!"refresh_token".equals(form.get("grant_type"))
          || !refresh.equals(form.get("refresh_token")))
        say(
            exchange,
            400,
            "{\"error\":\"invalid_grant\",\"error_description\":\"Token "
                + form.get("refresh_token")
                + " has been expired or revoked.\"}");
      else {
        var token = "ya29.access-" + number;
        good.add(token);
        if (rotates) refresh = REFRESH + "-" + number;
        var other = rotates ? ",\"refresh_token\":\"" + refresh + "\"" : "";
        say(
            exchange,
            200,
            "{\"access_token\":\""
                + token
                + "\",\"token_type\":\"Bearer\",\"expires_in\":3600"
                + other
                + "}");
      }
    }
  }

  private static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&"))
        .map(field -> field.split("=", 2))
        .collect(Collectors.toMap(f -> f[0], f -> URLDecoder.decode(f[1], UTF_8)));
  }

  private static void say(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    imap.close();
    smtp.close();
    mail.close();
  }
}
