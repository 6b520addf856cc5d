package org.hiwar.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.hiwar.platform.web.SelfSignedCertificate;
import org.hiwar.testing.Await;
import org.jspecify.annotations.Nullable;

/// The mail server that most mailboxes in the world live on, of Debian's packages: IMAP, submission
/// that hands on to a server of the test, and LMTP by which mails come in. It runs without rights;
/// a test that runs as root starts it as `nobody`.
public final class Dovecot implements AutoCloseable {
  public static final String OURS = MailHouse.OURS;
  private static final String SECRET = "olive-tree";
  private static final String HOST = "127.0.0.1";
  private static final List<String> DOORS =
      List.of("imap", "imaps", "submission", "submissions", "lmtp");

  /// Ends the server when the test's JVM is gone, too: then nobody holds the other end of the pipe.
  private static final String WHILE_READ =
      "\"$@\" & server=$!; read -r nothing; kill $server; wait $server";

  private final Path folder;
  private final Map<String, Integer> ports = new HashMap<>();
  private final boolean root = "root".equals(System.getProperty("user.name"));
  private @Nullable Process process;

  /// @param relay where an SMTP server takes what is sent by submission
  public Dovecot(int relay) {
    try {
      folder = Files.createTempDirectory("hiwar-dovecot");
      SelfSignedCertificate.in(folder.resolve("tls"), InetAddress.getByName(HOST), Instant.now());
      var sockets = new ArrayList<ServerSocket>();
      for (var door : DOORS) {
        var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST));
        sockets.add(socket);
        ports.put(door, socket.getLocalPort());
      }
      for (var socket : sockets) socket.close();
      configure(relay);
      if (root) finished("chown", "-R", "nobody:nogroup", folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start();
  }

  private void configure(int relay) throws IOException {
    var filled = new HashMap<String, String>();
    filled.put("folder", folder.toString());
    filled.put("user", root ? "nobody" : finished("id", "-un"));
    filled.put("group", root ? "nogroup" : finished("id", "-gn"));
    filled.put("secret", SECRET);
    filled.put("relay", Integer.toString(relay));
    ports.forEach((door, port) -> filled.put(door, Integer.toString(port)));
    var text = resource("dovecot-" + version() + ".conf") + resource("dovecot.conf");
    for (var each : filled.entrySet())
      text = text.replace("@" + each.getKey() + "@", each.getValue());
    Files.writeString(folder.resolve("dovecot.conf"), text);
  }

  /// The first two numbers: 2.4 wants to be told many things otherwise than 2.3.
  private static String version() {
    return finished(program(), "--version").replaceFirst("^(\\d+\\.\\d+).*", "$1");
  }

  private static String resource(String name) throws IOException {
    try (var in = Dovecot.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException("there is no " + name);
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /// Starts it again, on the same ports and with the same mails.
  public void start() {
    var command = new ArrayList<>(List.of("sh", "-c", WHILE_READ, "sh"));
    if (root)
      command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
    command.addAll(List.of(program(), "-F", "-c", folder.resolve("dovecot.conf").toString()));
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("screen").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Await.until(() -> DOORS.stream().allMatch(this::isOpen) || told());
  }

  /// Who is no administrator has no sbin in the path.
  private static String program() {
    return List.of("/usr/sbin/dovecot", "/usr/local/sbin/dovecot").stream()
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst()
        .orElse("dovecot");
  }

  private boolean isOpen(String door) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(HOST, port(door)));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// Fails with what it said when it has ended.
  private boolean told() throws IOException {
    if (process == null || process.isAlive()) return false;
    throw new AssertionError(
        "Dovecot has ended: " + Files.readString(folder.resolve("screen")) + log());
  }

  /// What it has noted since it was made.
  public String log() {
    var log = folder.resolve("log");
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void stop() {
    var running = process;
    if (running == null) return;
    process = null;
    try {
      running.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Await.until(() -> !running.isAlive());
  }

  public int port(String door) {
    return Objects.requireNonNull(ports.get(door), door);
  }

  /// What an account has to know to use it: in the clear, unless `more` says otherwise.
  public Map<String, String> settings(Map<String, String> more) {
    var settings = new HashMap<String, String>();
    settings.put("imap-host", HOST);
    settings.put("imap-port", Integer.toString(port("imap")));
    settings.put("imap-security", "none");
    settings.put("smtp-host", HOST);
    settings.put("smtp-port", Integer.toString(port("submission")));
    settings.put("smtp-security", "none");
    settings.put("user", OURS);
    settings.put("secret", SECRET);
    settings.putAll(more);
    return settings;
  }

  /// Encrypted from the first byte, at both doors.
  public Map<String, String> tls() {
    return Map.of(
        "imap-port",
        Integer.toString(port("imaps")),
        "imap-security",
        "tls",
        "smtp-port",
        Integer.toString(port("submissions")),
        "smtp-security",
        "tls");
  }

  public static Map<String, String> startTls() {
    return Map.of("imap-security", "starttls", "smtp-security", "starttls");
  }

  /// Believes this server's certificate, and no other.
  public SSLSocketFactory believing() {
    try (var in = Files.newInputStream(folder.resolve("tls/certificate.pem"))) {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null);
      store.setCertificateEntry(
          "dovecot", CertificateFactory.getInstance("X.509").generateCertificate(in));
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Delivers a mail into our mailbox, as the server of the house does.
  public void comes(String raw) {
    comes(out -> out.write(raw.replace("\n", "\r\n").getBytes(UTF_8)));
  }

  /// Delivers a mail that need not be in memory.
  public void comes(Lmtp.Writing mail) {
    Lmtp.deliver(new InetSocketAddress(HOST, port("lmtp")), OURS, mail);
  }

  /// As if the mailbox had been made anew from a copy of its mails: other numbers, nothing read.
  /// Only while it does not run.
  public void losesItsNumbers() {
    if (process != null) throw new IllegalStateException("Dovecot runs");
    var mailbox = folder.resolve("mail").resolve(OURS);
    try (var files = Files.list(mailbox)) {
      for (var file : files.toList())
        if (Files.isRegularFile(file) && file.getFileName().toString().startsWith("dovecot"))
          Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (var mails = Files.list(mailbox.resolve("cur"))) {
      for (var mail : mails.toList())
        Files.move(
            mail, mailbox.resolve("new").resolve(mail.getFileName().toString().split(":")[0]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String finished(String... command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      if (process.waitFor() != 0) throw new IllegalStateException(said);
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stop();
    try (var all = Files.walk(folder)) {
      for (var each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
