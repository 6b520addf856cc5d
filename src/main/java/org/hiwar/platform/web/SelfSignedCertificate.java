package org.hiwar.platform.web;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.asn1.ASN1Integer;

/// A certificate for trying Hiwar on a network without having one: made once, kept in the data folder. It encrypts, but
/// proves nobody's identity; browsers say so.
public final class SelfSignedCertificate {
  /// The longest that browsers accept.
  private static final Duration VALID = Duration.ofDays(397);

  private SelfSignedCertificate() {}

  /// The certificate and key in `folder`; made there when missing or in the last month before they run out.
  public static Listening.Protection.Certificate in(Path folder, InetAddress address, Instant now) throws IOException {
    var certificate = folder.resolve("certificate.pem");
    var key = folder.resolve("key.pem");
    boolean usable = Files.exists(certificate) && Files.exists(key)
        && Files.getLastModifiedTime(certificate).toInstant().plus(VALID).minus(Duration.ofDays(30)).isAfter(now);
    if (!usable) make(folder, certificate, key, address, now);
    return new Listening.Protection.Certificate(certificate, key);
  }

  private static void make(Path folder, Path certificate, Path key, InetAddress address, Instant now) throws IOException {
    try {
      Files.createDirectories(folder);
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      Files.deleteIfExists(key);
      Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
      Files.writeString(certificate, pem("CERTIFICATE", signed(pair, address, now)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no certificate can be made", e);
    }
  }

  private static byte[] signed(KeyPair pair, InetAddress address, Instant now) throws IOException, GeneralSecurityException {
    var algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    var name = new X500Name("CN=Hiwar");
    var content = new V3TBSCertificateGenerator();
    content.setSerialNumber(new ASN1Integer(new BigInteger(64, new SecureRandom()).setBit(0)));
    content.setSignature(algorithm);
    content.setIssuer(name);
    content.setSubject(name);
    content.setStartDate(new Time(Date.from(now.minus(Duration.ofHours(1)))));
    content.setEndDate(new Time(Date.from(now.plus(VALID).minus(Duration.ofHours(2)))));
    content.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
    var extensions = new ExtensionsGenerator();
    extensions.addExtension(Extension.subjectAlternativeName, false, names(address));
    content.setExtensions(extensions.generate());
    var body = content.generateTBSCertificate();
    var signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(body.getEncoded("DER"));
    return new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {body, algorithm, new DERBitString(signature.sign())}).getEncoded("DER");
  }

  private static GeneralNames names(InetAddress address) throws IOException {
    Set<GeneralName> names = new LinkedHashSet<>();
    names.add(new GeneralName(GeneralName.dNSName, "localhost"));
    names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    var host = InetAddress.getLocalHost();
    names.add(new GeneralName(GeneralName.dNSName, host.getHostName()));
    if (!address.isAnyLocalAddress()) names.add(new GeneralName(GeneralName.iPAddress, address.getHostAddress()));
    return new GeneralNames(names.toArray(GeneralName[]::new));
  }

  private static String pem(String kind, byte[] der) {
    return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END " + kind + "-----\n";
  }
}
