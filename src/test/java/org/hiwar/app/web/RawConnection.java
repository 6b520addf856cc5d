package org.hiwar.app.web;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hiwar.testing.RunningHiwar;

/// A connection to the running application on which a test says byte by byte what is sent when.
final class RawConnection implements AutoCloseable {
  private static final int PATIENCE_MS = 60_000;
  private final Socket socket;
  private final InputStream in;

  /// Names of headers are in lower case.
  record Answer(int status, Map<String, String> headers, String body) {
    boolean isLast() {
      return headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT).contains("close");
    }
  }

  RawConnection() {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), RunningHiwar.port());
      socket.setTcpNoDelay(true);
      in = socket.getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  /// An answer that is given before anything more is sent.
  Optional<Answer> answerWithin(Duration wait) throws IOException {
    socket.setSoTimeout((int) wait.toMillis());
    int first;
    try {
      first = in.read();
    } catch (SocketTimeoutException _) {
      return Optional.empty();
    }
    return Optional.of(answer(first));
  }

  Answer answer() throws IOException {
    socket.setSoTimeout(PATIENCE_MS);
    return answer(in.read());
  }

  /// Whether nothing more comes, ever.
  boolean isAtEnd() throws IOException {
    socket.setSoTimeout(PATIENCE_MS);
    return in.read() < 0;
  }

  private Answer answer(int first) throws IOException {
    if (first < 0) throw new EOFException("closed without an answer");
    socket.setSoTimeout(PATIENCE_MS);
    int status = Integer.parseInt(((char) first + line()).split(" ", 3)[1]);
    var headers = new TreeMap<String, String>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Answer(status, headers, body(headers));
  }

  private String body(Map<String, String> headers) throws IOException {
    var length = headers.get("content-length");
    if (length != null) return text(Integer.parseInt(length));
    if (!"chunked".equals(headers.get("transfer-encoding")))
      return new String(
          in.readAllBytes(), StandardCharsets.UTF_8); // up to the end of the connection
    var whole = new StringBuilder();
    while (true) {
      int piece = Integer.parseInt(line(), 16);
      whole.append(text(piece));
      line();
      if (piece == 0) return whole.toString();
    }
  }

  private String text(int length) throws IOException {
    var bytes = in.readNBytes(length);
    if (bytes.length < length) throw new EOFException("closed within an answer");
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) throw new EOFException("closed within a line");
      if (read != '\r') line.write(read);
    }
    return line.toString(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
