package org.hiwar.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.hiwar.platform.BadSetup;
import org.springframework.core.env.Environment;

/// Where the server listens, and what protects the line. Nothing but loopback is open until somebody asks for more.
public record Listening(InetAddress address, int port, Protection protection) {

  /// What keeps others from reading along.
  public sealed interface Protection {
    /// No TLS: enough on loopback, refused elsewhere.
    record None() implements Protection {}

    /// TLS with a certificate and key of the operator's, PEM.
    record Certificate(Path certificate, Path key) implements Protection {}

    /// TLS with a certificate that Hiwar makes itself, and that browsers warn of.
    record SelfSigned() implements Protection {}

    /// The operator's word that a proxy before this server speaks TLS.
    record Proxy() implements Protection {}
  }

  /// Reads HIWAR_BIND, SERVER_PORT, HIWAR_TLS, HIWAR_TLS_CERT and HIWAR_TLS_KEY, and refuses what is not safe.
  public static Listening from(Environment settings) {
    var listening = new Listening(
        address(settings.getProperty("hiwar.bind", "127.0.0.1")),
        settings.getProperty("server.port", Integer.class, 8080),
        protection(settings));
    listening.requireProtection();
    return listening;
  }

  /// Whether somebody on another machine can reach the server, directly or through a proxy.
  public boolean exposed() {
    return !address.isLoopbackAddress() || protection instanceof Protection.Proxy;
  }

  /// Whether this server itself speaks TLS.
  public boolean encrypted() {
    return switch (protection) {
      case Protection.Certificate _, Protection.SelfSigned _ -> true;
      case Protection.None _, Protection.Proxy _ -> false;
    };
  }

  private void requireProtection() {
    if (!address.isLoopbackAddress() && protection instanceof Protection.None)
      throw new BadSetup("HIWAR_BIND=" + address.getHostAddress() + " opens the server to other machines, which needs TLS:"
          + " set HIWAR_TLS_CERT and HIWAR_TLS_KEY (PEM files), or HIWAR_TLS=self-signed,"
          + " or HIWAR_TLS=proxy if a proxy before it speaks TLS.");
  }

  private static InetAddress address(String bind) {
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException e) {
      throw new BadSetup("HIWAR_BIND=" + bind + " is no address of this machine; name one, or leave it out for 127.0.0.1.");
    }
  }

  private static Protection protection(Environment settings) {
    var word = settings.getProperty("hiwar.tls", "");
    var certificate = settings.getProperty("hiwar.tls.cert", "");
    var key = settings.getProperty("hiwar.tls.key", "");
    if (certificate.isEmpty() != key.isEmpty())
      throw new BadSetup("HIWAR_TLS_CERT and HIWAR_TLS_KEY belong together; " + (key.isEmpty() ? "the key" : "the certificate") + " is missing.");
    if (!word.isEmpty() && !certificate.isEmpty())
      throw new BadSetup("HIWAR_TLS=" + word + " and HIWAR_TLS_CERT exclude each other; leave one of them out.");
    if (!certificate.isEmpty()) return new Protection.Certificate(Path.of(certificate), Path.of(key));
    return switch (word) {
      case "" -> new Protection.None();
      case "self-signed" -> new Protection.SelfSigned();
      case "proxy" -> new Protection.Proxy();
      default -> throw new BadSetup("HIWAR_TLS=" + word + " is not known; it may be self-signed or proxy.");
    };
  }
}
