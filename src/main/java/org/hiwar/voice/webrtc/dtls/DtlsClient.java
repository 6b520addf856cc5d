package org.hiwar.voice.webrtc.dtls;

import java.io.IOException;
import java.time.Duration;
import java.util.Hashtable;
import java.util.Optional;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.hiwar.voice.webrtc.srtp.ProtectionProfile;
import org.jspecify.annotations.Nullable;

/// The browser's side of a handshake, by which [WarmUp] and tests try the server's.
final class DtlsClient extends DefaultTlsClient implements TlsAuthentication {
  private final DtlsIdentity identity;
  private final Fingerprint server;
  private final Duration patience;
  private final int[] offered;
  private @Nullable ProtectionProfile profile;
  private @Nullable SrtpKeys keys;

  /// @param patience with the server, from beginning to end
  /// @param offered numbers of SRTP profiles; none means no use_srtp at all
  DtlsClient(DtlsIdentity identity, Fingerprint server, Duration patience, int... offered) {
    super(identity.crypto());
    this.identity = identity;
    this.server = server;
    this.patience = patience;
    this.offered = offered.clone();
  }

  /// Empty before the handshake is complete.
  Optional<SrtpKeys> keys() {
    return Optional.ofNullable(keys);
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return ProtocolVersion.DTLSv12.only();
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return new int[] {CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256};
  }

  @Override
  public int getHandshakeTimeoutMillis() {
    return (int) patience.toMillis();
  }

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"})
  public Hashtable getClientExtensions() throws IOException {
    var extensions = TlsExtensionsUtils.ensureExtensionsInitialised(super.getClientExtensions());
    if (offered.length > 0) {
      var data = new UseSRTPData(offered, TlsUtils.EMPTY_BYTES);
      TlsSRTPUtils.addUseSRTPExtension(extensions, data);
    }
    return extensions;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public void processServerExtensions(Hashtable extensions) throws IOException {
    super.processServerExtensions(extensions);
    var chosen = TlsSRTPUtils.getUseSRTPExtension(extensions);
    profile =
        Optional.ofNullable(chosen)
            .flatMap(data -> ProtectionProfile.bestOf(data.getProtectionProfiles()))
            .orElseThrow(() -> new TlsFatalAlert(AlertDescription.handshake_failure));
  }

  @Override
  public TlsAuthentication getAuthentication() {
    return this;
  }

  @Override
  public void notifyServerCertificate(TlsServerCertificate presented) throws IOException {
    var certificate = presented.getCertificate().getCertificateAt(0).getEncoded();
    if (!Fingerprint.of(certificate).equals(server))
      throw new TlsFatalAlert(AlertDescription.bad_certificate);
  }

  @Override
  public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
    return identity.signer(context);
  }

  @Override
  public void notifyHandshakeComplete() throws IOException {
    super.notifyHandshakeComplete();
    if (profile == null) throw new TlsFatalAlert(AlertDescription.internal_error);
    int length = SrtpKeys.length(profile);
    var exported = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, length);
    keys = SrtpKeys.of(profile, exported);
  }
}
