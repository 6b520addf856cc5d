package org.hiwar.voice.webrtc.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.cert.bc.BcX509v3CertificateBuilder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/// Who this process is towards browsers: a key on the curve P-256 and a certificate that it signed
/// itself. Made anew at every start; it is the fingerprint in the answer that is believed.
public final class DtlsIdentity {
  /// The name in the certificate says nothing about the installation.
  private static final X500Name NAME = new X500Name("CN=WebRTC");

  /// Clocks of browsers may be behind ours, and a process may run for years.
  private static final Duration BEFORE = Duration.ofDays(1);

  private static final Duration AFTER = Duration.ofDays(3650);

  private final BcTlsCrypto crypto;
  private final AsymmetricKeyParameter key;
  private final byte[] certificate;

  private DtlsIdentity(SecureRandom random, AsymmetricKeyParameter key, byte[] certificate) {
    crypto = new BcTlsCrypto(random);
    this.key = key;
    this.certificate = certificate;
  }

  public static DtlsIdentity create(SecureRandom random, Clock clock) {
    var pair = keyPair(random);
    return new DtlsIdentity(random, pair.getPrivate(), certificate(pair, random, clock));
  }

  private static AsymmetricCipherKeyPair keyPair(SecureRandom random) {
    var curve = SECObjectIdentifiers.secp256r1;
    var domain = new ECNamedDomainParameters(curve, ECNamedCurveTable.getByOID(curve));
    var generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(domain, random));
    return generator.generateKeyPair();
  }

  private static byte[] certificate(
      AsymmetricCipherKeyPair pair, SecureRandom random, Clock clock) {
    var serial = new BigInteger(64, random).setBit(0);
    var from = Date.from(clock.instant().minus(BEFORE));
    var until = Date.from(clock.instant().plus(AFTER));
    var signature = new DefaultSignatureAlgorithmIdentifierFinder().find("SHA256withECDSA");
    var digest = new DefaultDigestAlgorithmIdentifierFinder().find(signature);
    try {
      return new BcX509v3CertificateBuilder(NAME, serial, from, until, NAME, pair.getPublic())
          .build(new BcECContentSignerBuilder(signature, digest).build(pair.getPrivate()))
          .getEncoded();
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException("a certificate of our own", e);
    }
  }

  public Fingerprint fingerprint() {
    return Fingerprint.of(certificate);
  }

  BcTlsCrypto crypto() {
    return crypto;
  }

  /// What this side of a handshake shows and signs with.
  TlsCredentialedSigner signer(TlsContext context) throws IOException {
    return new BcDefaultTlsCredentialedSigner(
        new TlsCryptoParameters(context),
        crypto,
        key,
        new Certificate(new TlsCertificate[] {crypto.createCertificate(certificate)}),
        SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
  }
}
