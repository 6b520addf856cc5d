package org.hiwar.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;
import org.hiwar.sms.text.Part;
import org.hiwar.sms.text.ShortContent;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.util.DefaultDecomposer;

/// Understands a `deliver_sm` (SMPP 3.4, 4.6.1), whose bytes are what an item of SMPP is stored as.
final class DeliverSm {
  private static final Pattern ID = Pattern.compile("\\bid:\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern STATE =
      Pattern.compile("\\bstat:\\s*([a-z]+)", Pattern.CASE_INSENSITIVE);
  /// In NETWORK_ERROR_CODE: what follows is of GSM.
  private static final int GSM = 3;

  private DeliverSm() {}

  /// `country` is where numbers without a country code are.
  static Delivered read(byte[] pdu, String country) {
    try {
      var parsed = new DefaultDecomposer().deliverSm(pdu);
      return parsed.isSmscDeliveryReceipt() || parsed.isIntermediateDeliveryNotification()
          ? news(parsed)
          : text(parsed, country);
    } catch (PDUStringException | RuntimeException e) {
      return new Delivered.Strange("malformed", String.valueOf(e.getMessage()));
    }
  }

  private static Delivered text(org.jsmpp.bean.DeliverSm pdu, String country) {
    var from = sender(pdu, country);
    if (from.isEmpty()) return new Delivered.Strange("no-sender", "");
    var content = content(pdu);
    int coding = pdu.getDataCoding() & 0xFF;
    var data =
        (pdu.getEsmClass() & SMPPConstant.ESMCLS_UDHI_INDICATOR_SET) != 0
            ? ShortContent.read(content)
            : new ShortContent(Optional.empty(), content);
    var coded = new Coded(coding, data.text());
    if (!coded.isText()) return new Delivered.Strange("binary", "data_coding " + coding);
    return new Delivered.Text(from, data.part().or(() -> byParameters(pdu)), coded);
  }

  private static byte[] content(org.jsmpp.bean.DeliverSm pdu) {
    var payload = pdu.getOptionalParameter(Tag.MESSAGE_PAYLOAD);
    if (payload instanceof OptionalParameter.OctetString text && text.getValue().length > 0)
      return text.getValue();
    var message = pdu.getShortMessage();
    return message == null ? new byte[0] : message;
  }

  /// The other way to name a part: SAR_MSG_REF_NUM and its two companions (SMPP 3.4, 5.3.2.22).
  private static Optional<Part> byParameters(org.jsmpp.bean.DeliverSm pdu) {
    var reference = pdu.getOptionalParameter(Tag.SAR_MSG_REF_NUM);
    var total = pdu.getOptionalParameter(Tag.SAR_TOTAL_SEGMENTS);
    var part = pdu.getOptionalParameter(Tag.SAR_SEGMENT_SEQNUM);
    return reference instanceof OptionalParameter.Short name
            && total instanceof OptionalParameter.Byte all
            && part instanceof OptionalParameter.Byte number
        ? Part.of(name.getValue() & 0xFFFF, all.getValue() & 0xFF, number.getValue() & 0xFF)
        : Optional.empty();
  }

  /// In E.164 where it is a number of the telephone network; a short code or a name as it is.
  private static String sender(org.jsmpp.bean.DeliverSm pdu, String country) {
    var value = pdu.getSourceAddr() == null ? "" : pdu.getSourceAddr().strip();
    if (pdu.getSourceAddrTon() == SMPPConstant.TON_ALPHANUMERIC) return value;
    if (pdu.getSourceAddrTon() == SMPPConstant.TON_INTERNATIONAL && !value.startsWith("+"))
      value = "+" + value;
    var national = Addresses.normalised(AddressKind.PHONE, value, country);
    if (national.isPresent()) return national.get();
    return Addresses.normalised(AddressKind.PHONE, "+" + value, "").orElse(value);
  }

  private static Delivered news(org.jsmpp.bean.DeliverSm pdu) {
    var text = new String(content(pdu), StandardCharsets.ISO_8859_1);
    var id = receiptedId(pdu).or(() -> first(ID, text)).orElse("");
    if (id.isEmpty()) return new Delivered.Strange("receipt-without-id", text);
    int error = networkError(pdu);
    var state = pdu.getOptionalParameter(Tag.MESSAGE_STATE);
    if (state instanceof OptionalParameter.Byte number)
      return new Delivered.News(id, Fate.ofState(number.getValue(), error));
    return new Delivered.News(
        id, first(STATE, text).map(word -> Fate.ofWord(word, error)).orElse(new Fate.OnItsWay()));
  }

  private static Optional<String> receiptedId(org.jsmpp.bean.DeliverSm pdu) {
    return pdu.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID)
            instanceof OptionalParameter.OctetString id
        ? Optional.of(id.getValueAsString()).filter(some -> !some.isEmpty())
        : Optional.empty();
  }

  private static int networkError(org.jsmpp.bean.DeliverSm pdu) {
    return pdu.getOptionalParameter(Tag.NETWORK_ERROR_CODE)
                instanceof OptionalParameter.OctetString code
            && code.getValue().length == 3
            && code.getValue()[0] == GSM
        ? (code.getValue()[1] & 0xFF) << 8 | code.getValue()[2] & 0xFF
        : 0;
  }

  private static Optional<String> first(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
