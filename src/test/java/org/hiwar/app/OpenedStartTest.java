package org.hiwar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.hiwar.testing.HiwarProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opened to other machines, Hiwar speaks TLS and keeps the demo pages to itself.
@Tag("start")
class OpenedStartTest {
  @TempDir Path data;

  @Test
  void itMakesACertificateSpeaksTlsAndHidesTheDemoPages() throws Exception {
    var settings =
        Map.of(
            "HIWAR_DATA", data.toString(),
            "HIWAR_BIND", "0.0.0.0",
            "HIWAR_TLS", "self-signed",
            "HIWAR_DEMO", "false",
            "SERVER_PORT", "0");
    try (var hiwar = HiwarProcess.start(settings)) {
      var address = hiwar.awaitAddress();
      assertThat(address).startsWith("https://localhost:");
      try (var client = HttpClient.newBuilder().sslContext(trustInItsCertificate()).build()) {
        assertThat(status(client, address + "api/me")).isEqualTo(401);
        assertThat(status(client, address + "demo/shop.html")).isEqualTo(404);
        assertThat(status(client, address + "demo/phone.html")).isEqualTo(404);
        assertThat(status(client, address + "api/demo/phone")).isEqualTo(404);
        assertThat(status(client, address + "demo/messenger.html")).isEqualTo(404);
        assertThat(status(client, address + "api/demo/messenger")).isEqualTo(404);
      }
    }
  }

  private static int status(HttpClient client, String address) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(address)).build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /// Only the certificate that was made in the data folder, and only under a name that it bears.
  private SSLContext trustInItsCertificate() throws Exception {
    var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null);
    try (InputStream file = Files.newInputStream(data.resolve("tls/certificate.pem"))) {
      trusted.setCertificateEntry(
          "hiwar", CertificateFactory.getInstance("X.509").generateCertificate(file));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
