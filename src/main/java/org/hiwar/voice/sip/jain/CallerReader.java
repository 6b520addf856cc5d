package org.hiwar.voice.sip.jain;

import java.util.Optional;
import java.util.regex.Pattern;
import javax.sip.address.SipURI;
import javax.sip.header.FromHeader;
import javax.sip.message.Request;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;

/// Who calls, of what an INVITE says: what the network asserts before what the caller claims (RFC
/// 3325), and nothing that is not a number.
final class CallerReader {
  private static final String ANONYMOUS = "anonymous";
  private static final Pattern IDENTITY = Pattern.compile("(?:sip|sips|tel):([^@;>\\s]{1,64})");

  private CallerReader() {}

  static Caller of(Request invite) {
    var privacy = Headers.value(invite, "Privacy");
    if (privacy != null && (privacy.contains("id") || privacy.contains("user")))
      return new Caller.Withheld();
    var from = ((FromHeader) invite.getHeader(FromHeader.NAME)).getAddress().getURI();
    if (from instanceof SipURI uri && isAnonymous(uri)) return new Caller.Withheld();
    var asserted = Headers.value(invite, "P-Asserted-Identity");
    if (asserted != null) {
      var number = user(asserted).flatMap(DialString::parse);
      if (number.isPresent()) return new Caller.Number(number.get());
    }
    return Headers.dialled(from).<Caller>map(Caller.Number::new).orElse(new Caller.Unknown());
  }

  private static boolean isAnonymous(SipURI uri) {
    return ANONYMOUS.equalsIgnoreCase(uri.getUser())
        || uri.getHost().equalsIgnoreCase("anonymous.invalid");
  }

  private static Optional<String> user(String header) {
    var matcher = IDENTITY.matcher(header);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
