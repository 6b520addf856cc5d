package org.hiwar.chat;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Sites as browsers name them when they ask: scheme, host and a port that is not the usual one
/// (RFC 6454).
final class Origins {
  private static final Pattern HOST =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
  private static final int LAST_PORT = 65_535;

  private Origins() {}

  /// What a person typed, without whatever comes behind the host; without a scheme it is https.
  /// Names in other letters are told as browsers tell them (RFC 5891). Empty: it is no site.
  static Optional<String> origin(String typed) {
    var text = typed.strip();
    var whole = text.contains("://") ? text : "https://" + text;
    int host = whole.indexOf("://") + 3;
    int end = whole.length();
    for (int i = host; i < end; i++) if ("/?#".indexOf(whole.charAt(i)) >= 0) end = i;
    try {
      var port = whole.lastIndexOf(':', end - 1);
      var named = port > host ? port : end;
      var name = IDN.toASCII(whole.substring(host, named)).toLowerCase(Locale.ROOT);
      var scheme = whole.substring(0, host - 3).toLowerCase(Locale.ROOT);
      return of(new URI(scheme + "://" + name + whole.substring(named, end)));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> of(URI site) {
    var host = site.getHost();
    boolean web = "https".equals(site.getScheme()) || "http".equals(site.getScheme());
    if (!web || host == null || !HOST.matcher(host).matches() || site.getUserInfo() != null)
      return Optional.empty();
    int port = site.getPort();
    if (port == 0 || port > LAST_PORT) return Optional.empty();
    boolean usual = port == -1 || port == ("https".equals(site.getScheme()) ? 443 : 80);
    return Optional.of(site.getScheme() + "://" + host + (usual ? "" : ":" + port));
  }
}
