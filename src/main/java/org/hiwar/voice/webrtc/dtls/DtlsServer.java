package org.hiwar.voice.webrtc.dtls;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Optional;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.AlertLevel;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.hiwar.voice.webrtc.srtp.ProtectionProfile;
import org.jspecify.annotations.Nullable;

/// Our choices in one handshake: DTLS 1.2, ECDHE with ECDSA, the best SRTP profile in common, and a
/// client whose certificate has the fingerprint of its offer.
final class DtlsServer extends DefaultTlsServer {
  private final DtlsIdentity identity;
  private final Fingerprint peer;
  private @Nullable ProtectionProfile profile;
  private @Nullable SrtpKeys keys;
  private @Nullable HandshakeFailure failure;
  private volatile boolean closedByPeer;

  DtlsServer(DtlsIdentity identity, Fingerprint peer) {
    super(identity.crypto());
    this.identity = identity;
    this.peer = peer;
  }

  /// Empty before the handshake is complete.
  Optional<SrtpKeys> keys() {
    return Optional.ofNullable(keys);
  }

  /// Why the handshake failed, as far as it was our decision.
  HandshakeFailure failure() {
    return failure == null ? HandshakeFailure.BROKEN : failure;
  }

  boolean isClosedByPeer() {
    return closedByPeer;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return ProtocolVersion.DTLSv12.only();
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return new int[] {
      CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
      CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
    };
  }

  @Override
  public int getHandshakeTimeoutMillis() {
    return (int) DtlsLimits.HANDSHAKE.toMillis();
  }

  /// Or the exported keys are not bound to this handshake
  /// ([RFC 7627 section 5.4](https://www.rfc-editor.org/rfc/rfc7627#section-5.4)).
  @Override
  public boolean requiresExtendedMasterSecret() {
    return true;
  }

  @Override
  protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
    return identity.signer(context);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public void processClientExtensions(Hashtable extensions) throws IOException {
    super.processClientExtensions(extensions);
    var offered = TlsSRTPUtils.getUseSRTPExtension(extensions);
    profile =
        Optional.ofNullable(offered)
            .flatMap(data -> ProtectionProfile.bestOf(data.getProtectionProfiles()))
            .orElseThrow(() -> refused(HandshakeFailure.NO_COMMON_PROFILE));
  }

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"})
  public Hashtable getServerExtensions() throws IOException {
    var extensions = super.getServerExtensions();
    if (profile == null) throw new TlsFatalAlert(AlertDescription.internal_error);
    var chosen = new UseSRTPData(new int[] {profile.id()}, TlsUtils.EMPTY_BYTES);
    TlsSRTPUtils.addUseSRTPExtension(extensions, chosen);
    return extensions;
  }

  @Override
  public CertificateRequest getCertificateRequest() {
    return new CertificateRequest(
        new short[] {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign},
        TlsUtils.getDefaultSupportedSignatureAlgorithms(context),
        null);
  }

  @Override
  public void notifyClientCertificate(Certificate chain) throws IOException {
    if (chain.isEmpty() || !Fingerprint.of(chain.getCertificateAt(0).getEncoded()).equals(peer))
      throw refused(HandshakeFailure.WRONG_CERTIFICATE);
  }

  private TlsFatalAlert refused(HandshakeFailure why) {
    failure = why;
    return new TlsFatalAlert(why.alert());
  }

  @Override
  public void notifyHandshakeComplete() throws IOException {
    super.notifyHandshakeComplete();
    if (profile == null) throw new TlsFatalAlert(AlertDescription.internal_error);
    int length = SrtpKeys.length(profile);
    var exported = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, length);
    keys = SrtpKeys.of(profile, exported);
  }

  /// Only of alerts that are authentic; the others do not come so far.
  @Override
  public void notifyAlertReceived(short level, short description) {
    if (level == AlertLevel.fatal || description == AlertDescription.close_notify)
      closedByPeer = true;
  }
}
