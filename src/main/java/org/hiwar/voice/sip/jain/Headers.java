package org.hiwar.voice.sip.jain;

import gov.nist.javax.sip.header.SIPHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Optional;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import org.hiwar.voice.sip.DialString;
import org.jspecify.annotations.Nullable;

/// What is read from messages. The library has checked before that call id, sequence, From and To
/// are there.
final class Headers {
  static final String SDP = "application/sdp";
  private static final int MOST = 20;

  private Headers() {}

  static String callId(Message message) {
    return ((CallIdHeader) message.getHeader(CallIdHeader.NAME)).getCallId();
  }

  static long sequence(Message message) {
    return ((CSeqHeader) message.getHeader(CSeqHeader.NAME)).getSeqNumber();
  }

  static String method(Message message) {
    return ((CSeqHeader) message.getHeader(CSeqHeader.NAME)).getMethod();
  }

  static @Nullable String fromTag(Message message) {
    return ((FromHeader) message.getHeader(FromHeader.NAME)).getTag();
  }

  static @Nullable String toTag(Message message) {
    return ((ToHeader) message.getHeader(ToHeader.NAME)).getTag();
  }

  static @Nullable SipURI contact(Message message) {
    return message.getHeader(ContactHeader.NAME) instanceof ContactHeader contact
            && contact.getAddress() != null
            && contact.getAddress().getURI() instanceof SipURI uri
        ? uri
        : null;
  }

  /// The values of all headers of a name, as they were written.
  static List<String> values(Message message, String name) {
    var found = new ArrayList<String>();
    ListIterator<?> all = message.getHeaders(name);
    while (all.hasNext() && found.size() < MOST)
      if (all.next() instanceof SIPHeader header) found.add(header.getHeaderValue());
    return found;
  }

  static @Nullable String value(Message message, String name) {
    var all = values(message, name);
    return all.isEmpty() ? null : all.getFirst();
  }

  static byte[] body(Message message) {
    var body = message.getRawContent();
    return body == null ? new byte[0] : body;
  }

  /// In lower case, without parameters; null when there is none.
  static @Nullable String contentType(Message message) {
    return message.getHeader(ContentTypeHeader.NAME) instanceof ContentTypeHeader type
        ? (type.getContentType() + "/" + type.getContentSubType()).toLowerCase(Locale.ROOT)
        : null;
  }

  static Optional<DialString> dialled(@Nullable Object uri) {
    return uri instanceof SipURI sip && sip.getUser() != null
        ? DialString.parse(sip.getUser())
        : Optional.empty();
  }
}
