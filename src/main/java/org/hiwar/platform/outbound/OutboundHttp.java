package org.hiwar.platform.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Requests to providers, over HTTPS and to addresses that the guard allows only. Redirections are
/// answers like any other: whoever wants to follow one asks anew. Nothing is sent twice. Without
/// TLS it speaks to this very machine alone, where the guard allows that.
public final class OutboundHttp {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int CHUNK = 16 * 1024;

  private final OutboundGuard guard;
  private final SSLSocketFactory tls;
  private final LongSupplier nanos;

  /// @param tls whose trust decides about certificates
  public OutboundHttp(OutboundGuard guard, SSLSocketFactory tls, LongSupplier nanos) {
    this.guard = guard;
    this.tls = new GuardedTls(guard, tls);
    this.nanos = nanos;
  }

  /// @param method GET, POST, PUT or DELETE
  /// @param body empty: none is sent
  /// @param patience for all of it
  /// @param most bytes of the answer's body; a longer one is a failure
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Request(
      String method,
      URI uri,
      Map<String, String> headers,
      byte[] body,
      Duration patience,
      int most) {
    public Request {
      headers = Map.copyOf(headers);
    }
  }

  /// @param headers by their names in small letters
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Answer(int status, Map<String, String> headers, byte[] body) {}

  /// Blocks until the whole answer is there. To a request with a body, an answer of 401 comes
  /// without its own: the library under this gives it up.
  ///
  /// @throws NotAllowedOutside the address is not one that may be asked; nothing was sent
  /// @throws AnswerTooLarge the answer is longer than was asked for
  public Answer send(Request request) throws IOException {
    long end = nanos.getAsLong() + request.patience().toNanos();
    var connection = open(request.uri());
    try {
      connection.setRequestMethod(request.method());
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setConnectTimeout((int) Math.min(CONNECT.toMillis(), left(end)));
      connection.setReadTimeout(left(end));
      request.headers().forEach(connection::setRequestProperty);
      if (request.body().length > 0) write(connection, request.body());
      return answer(connection, end, request.most());
    } finally {
      connection.disconnect();
    }
  }

  private HttpURLConnection open(URI uri) throws IOException {
    var host = uri.getHost();
    if (host == null || uri.getUserInfo() != null)
      throw new NotAllowedOutside(uri + " is no address of a server.");
    var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (scheme.equals("https")
        && uri.toURL().openConnection(Proxy.NO_PROXY) instanceof HttpsURLConnection connection) {
      guard.address(bare(host));
      connection.setSSLSocketFactory(tls);
      return connection;
    }
    var address = guard.address(bare(host));
    if (!scheme.equals("http") || !address.isLoopbackAddress())
      throw new NotAllowedOutside(uri + " does not begin with https://.");
    return (HttpURLConnection) at(uri, address).toURL().openConnection(Proxy.NO_PROXY);
  }

  /// The name is not asked for again.
  private static URI at(URI uri, InetAddress address) throws IOException {
    var literal = address.getHostAddress();
    try {
      return new URI(
          "http://"
              + (address instanceof Inet6Address ? "[" + literal + "]" : literal)
              + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
              + uri.getRawPath()
              + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    } catch (URISyntaxException e) {
      throw new NotAllowedOutside(uri + ": " + e.getReason());
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /// With its length said beforehand, so that the library does not send it a second time when the
  /// connection breaks.
  private static void write(HttpURLConnection connection, byte[] body) throws IOException {
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(body.length);
    try (var out = connection.getOutputStream()) {
      out.write(body);
    }
  }

  private Answer answer(HttpURLConnection connection, long end, int most) throws IOException {
    try {
      int status = connection.getResponseCode();
      if (status < 0) throw new IOException("no answer of HTTP");
      var body = status < 400 ? connection.getInputStream() : connection.getErrorStream();
      return new Answer(status, headers(connection), read(connection, body, end, most));
    } catch (HttpRetryException refused) {
      return new Answer(refused.responseCode(), headers(connection), new byte[0]);
    }
  }

  private byte[] read(HttpURLConnection connection, @Nullable InputStream from, long end, int most)
      throws IOException {
    var all = new ByteArrayOutputStream();
    if (from == null) return new byte[0];
    var chunk = new byte[CHUNK];
    while (true) {
      connection.setReadTimeout(left(end));
      int read = from.read(chunk);
      if (read < 0) return all.toByteArray();
      if (all.size() + read > most) throw new AnswerTooLarge(most);
      all.write(chunk, 0, read);
    }
  }

  private static Map<String, String> headers(HttpURLConnection connection) {
    var headers = new TreeMap<String, String>();
    connection
        .getHeaderFields()
        .forEach(
            (name, values) -> {
              if (name != null)
                headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", List.copyOf(values)));
            });
    return headers;
  }

  private int left(long end) throws SocketTimeoutException {
    long ms = Duration.ofNanos(end - nanos.getAsLong()).toMillis();
    if (ms <= 0) throw new SocketTimeoutException("no answer in time");
    return (int) Math.min(ms, Integer.MAX_VALUE);
  }
}
