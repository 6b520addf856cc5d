package org.hiwar.voice.sip.digest;

/// What a password is kept as: the hash of user, realm and password in each algorithm (H(A1) of RFC
/// 7616 section 3.4.2). Whoever has it can log in to this realm, so it is as secret as the
/// password; but it opens nothing else.
public record Secret(String sha256, String md5) {
  public static Secret of(String user, String realm, String password) {
    var a1 = user + ":" + realm + ":" + password;
    return new Secret(Algorithm.SHA_256.hash(a1), Algorithm.MD5.hash(a1));
  }

  String in(Algorithm algorithm) {
    return switch (algorithm) {
      case SHA_256 -> sha256;
      case MD5 -> md5;
    };
  }

  @Override
  public String toString() {
    return "Secret";
  }
}
