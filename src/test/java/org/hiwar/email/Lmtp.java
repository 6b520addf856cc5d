package org.hiwar.email;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/// Puts a mail into a mailbox as mail servers do it (RFC 2033).
public final class Lmtp {
  private final BufferedReader in;
  private final OutputStream out;

  private Lmtp(Socket socket) throws IOException {
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
  }

  /// Writes a mail, its lines ended by CR LF.
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  static void deliver(InetSocketAddress server, String to, Writing mail) {
    try (var socket = new Socket(server.getAddress(), server.getPort())) {
      var session = new Lmtp(socket);
      session.heard("220");
      session.says("LHLO test.example", "250");
      session.says("MAIL FROM:<sender@x.example>", "250");
      session.says("RCPT TO:<" + to + ">", "250");
      session.says("DATA", "354");
      mail.to(new Stuffed(session.out));
      session.says("\r\n.", "250");
      session.says("QUIT", "221");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void says(String line, String answer) throws IOException {
    out.write((line + "\r\n").getBytes(US_ASCII));
    out.flush();
    heard(answer);
  }

  private void heard(String answer) throws IOException {
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.startsWith(answer)) throw new IOException(line);
      if (line.startsWith(answer + " ")) return;
    }
    throw new IOException("the server has gone");
  }

  /// Doubles a dot at the beginning of a line, where one alone would end the mail.
  private static final class Stuffed extends FilterOutputStream {
    private int last = '\n';

    Stuffed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      if (b == '.' && last == '\n') out.write('.');
      out.write(b);
      last = b;
    }
  }
}
