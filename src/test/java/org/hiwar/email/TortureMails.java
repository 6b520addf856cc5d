package org.hiwar.email;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;

/// Mails that were made to harm, each with the reason why it is set aside.
public final class TortureMails {
  private static final String HEAD =
      "From: Mallory <mallory@x.example>\r\nTo: orders@shop.example\r\nMIME-Version: 1.0\r\n";
  private static final int LARGE = 200 * 1024 * 1024;
  private static final int LINE = 76;

  /// By the code of the reason, each written without being held in memory.
  public static final Map<String, Lmtp.Writing> ASIDE =
      Map.of(
          "email-too-deep", TortureMails::nested,
          "email-header", TortureMails::aMillionHeaders,
          "email-too-large", TortureMails::large,
          "email-no-sender", out -> say(out, "Subject: from nobody\r\n\r\nHello\r\n"),
          "email-too-many-parts", TortureMails::parts,
          "email-too-many-files", TortureMails::files);

  private TortureMails() {}

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(US_ASCII));
  }

  private static void nested(OutputStream out) throws IOException {
    say(out, HEAD);
    for (int i = 0; i < 100; i++)
      say(out, "Content-Type: multipart/mixed; boundary=b" + i + "x\r\n\r\n--b" + i + "x\r\n");
    say(out, "\r\ndeep\r\n");
  }

  private static void aMillionHeaders(OutputStream out) throws IOException {
    say(out, HEAD);
    for (int i = 0; i < 1_000_000; i++) say(out, "X-A: b\r\n");
    say(out, "\r\nHello\r\n");
  }

  static void large(OutputStream out) throws IOException {
    say(out, HEAD + "Subject: all of it\r\n\r\n");
    lines(out, LARGE);
  }

  /// Too large, and nearly all of it is its header.
  static void largeHeader(OutputStream out) throws IOException {
    say(out, HEAD);
    for (int written = 0; written < LARGE / 4; written += 1_000)
      say(out, "X-A: " + "b".repeat(993) + "\r\n");
    say(out, "\r\nHello\r\n");
  }

  private static void lines(OutputStream out, int bytes) throws IOException {
    var line = new byte[LINE];
    Arrays.fill(line, (byte) 'a');
    line[LINE - 2] = '\r';
    line[LINE - 1] = '\n';
    for (int written = 0; written < bytes; written += LINE) out.write(line);
  }

  private static void parts(OutputStream out) throws IOException {
    say(out, HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n");
    for (int i = 0; i < 5_000; i++) say(out, "--b\r\n\r\nx\r\n");
  }

  private static void files(OutputStream out) throws IOException {
    say(out, HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n");
    for (int i = 0; i < 101; i++) say(out, "--b\r\nContent-Type: image/png\r\n\r\nx\r\n");
  }
}
