package org.hiwar.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// Stands before a mail server of a test, which knows passwords alone, and lets in whoever shows a
/// bearer token that is good (XOAUTH2), and nobody with a password. Speaks IMAP or SMTP; all else
/// is handed through.
final class BearerDoor implements AutoCloseable {
  private final ServerSocket door;
  private final int behind;
  private final boolean imap;
  private final String user;
  private final String password;
  private final Predicate<String> good;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  final AtomicInteger refusals = new AtomicInteger();

  /// @param behind the port of the mail server
  /// @param good which tokens are
  BearerDoor(boolean imap, int behind, String user, String password, Predicate<String> good) {
    this.imap = imap;
    this.behind = behind;
    this.user = user;
    this.password = password;
    this.good = good;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::receive);
  }

  int port() {
    return door.getLocalPort();
  }

  private void receive() {
    while (!door.isClosed()) {
      try {
        var guest = door.accept();
        var house = new Socket(InetAddress.getLoopbackAddress(), behind);
        open.add(guest);
        open.add(house);
        Thread.ofVirtual().start(() -> quietly(() -> fromGuest(guest, house), guest, house));
        Thread.ofVirtual().start(() -> quietly(() -> fromHouse(guest, house), guest, house));
      } catch (IOException _) {
        return; // the door is closed
      }
    }
  }

  private interface Talk {
    void run() throws IOException;
  }

  private static void quietly(Talk talk, Socket... ends) {
    try {
      talk.run();
    } catch (IOException _) {
      // one of them has gone
    } finally {
      for (var end : ends)
        try {
          end.close();
        } catch (IOException _) {
          // it is closed
        }
    }
  }

  /// What the server offers is changed, whatever it says later is not.
  private void fromHouse(Socket guest, Socket house) throws IOException {
    var in = house.getInputStream();
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      if (imap && line.startsWith("* CAPABILITY"))
        line = "* CAPABILITY IMAP4rev1 IDLE AUTH=XOAUTH2 SASL-IR\r\n";
      else if (!imap && line.matches("(?s)250[ -]AUTH .*"))
        line = line.substring(0, 4) + "AUTH XOAUTH2\r\n";
      say(guest, line);
    }
  }

  private void fromGuest(Socket guest, Socket house) throws IOException {
    var in = guest.getInputStream();
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      var words = line.strip().split(" ");
      if (imap && words.length > 1 && words[1].equals("LOGIN"))
        say(guest, words[0] + " NO no passwords here\r\n");
      else if (imap && words.length > 3 && words[1].equals("AUTHENTICATE")) {
        if (isGood(words[3])) say(house, words[0] + " LOGIN " + user + " " + password + "\r\n");
        else refuse(guest, in, "+ ", words[0] + " NO AUTHENTICATE failed.\r\n");
      } else if (!imap && words[0].equals("AUTH")) {
        if (words.length > 2 && words[1].equals("XOAUTH2") && isGood(words[2]))
          say(house, "AUTH PLAIN " + base64("\0" + user + "\0" + password) + "\r\n");
        else refuse(guest, in, "334 ", "535 5.7.8 not accepted\r\n");
      } else say(house, line);
    }
  }

  private boolean isGood(String shown) {
    var text = new String(Base64.getDecoder().decode(shown), ISO_8859_1);
    var before = "user=" + user + "\1auth=Bearer ";
    return text.startsWith(before)
        && text.endsWith("\1\1")
        && good.test(text.substring(before.length(), text.length() - 2));
  }

  /// Says why first, as the servers of this protocol do, and waits for an empty line.
  private void refuse(Socket guest, InputStream in, String challenge, String end)
      throws IOException {
    refusals.incrementAndGet();
    say(guest, challenge + base64("{\"status\":\"401\",\"schemes\":\"bearer\"}") + "\r\n");
    if (!line(in).isEmpty()) say(guest, end);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(ISO_8859_1));
  }

  private static void say(Socket to, String line) throws IOException {
    OutputStream out = to.getOutputStream();
    out.write(line.getBytes(ISO_8859_1));
    out.flush();
  }

  /// With its end; empty: there is no more.
  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int one = in.read(); one >= 0; one = in.read()) {
      line.write(one);
      if (one == '\n') break;
    }
    return line.toString(ISO_8859_1);
  }

  /// Also everything that goes through it.
  @Override
  public void close() {
    for (var end : open) quietly(() -> {}, end);
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
