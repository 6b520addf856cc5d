package org.hiwar.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.hiwar.platform.web.SelfSignedCertificate;
import org.hiwar.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A message centre behind TLS, whose certificate somebody believes or not.
class SmppTlsTest {
  private static final char[] NONE = {};

  @TempDir Path folder;

  private SSLContext context() throws Exception {
    var files =
        SelfSignedCertificate.in(
            folder, java.net.InetAddress.getByName("127.0.0.1"), Clock.systemUTC().instant());
    Certificate certificate;
    try (var in = Files.newInputStream(files.certificate())) {
      certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
    var pem = Files.readString(files.key()).replaceAll("-----[A-Z ]+-----|\\s", "");
    var key =
        KeyFactory.getInstance("EC")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null);
    store.setKeyEntry("centre", key, NONE, new Certificate[] {certificate});
    store.setCertificateEntry("trusted", certificate);
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, NONE);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void aCentreWhoseCertificateIsBelievedIsBoundTo() throws Exception {
    var context = context();
    try (var centre = new RawCentre(context.getServerSocketFactory());
        var scene = SmppScene.secure(centre.port(), context.getSocketFactory());
        var peer = centre.accept()) {
      peer.deliver(1, RawCentre.message("hello"));

      assertThat(peer.answer()[2]).isEqualTo(1);
      assertThat(scene.texts()).containsExactly("hello");
    }
  }

  @Test
  void aCentreThatProvesNothingIsNotBoundTo() throws Exception {
    try (var centre = new RawCentre(context().getServerSocketFactory());
        var scene =
            SmppScene.secure(centre.port(), (SSLSocketFactory) SSLSocketFactory.getDefault())) {
      var accepted =
          CompletableFuture.supplyAsync(
              () -> {
                try (var peer = centre.accept()) {
                  return peer.toString();
                } catch (java.io.IOException e) {
                  return "no session";
                }
              });
      assertThat(accepted.join()).isEqualTo("no session");
      Await.until(() -> "tls-failed".equals(scene.line.standing().code()));
    }
  }
}
