package org.hiwar.messenger.whatsapp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.channel.Account;
import org.hiwar.channel.Outgoing;

/// Messages as the Cloud API takes them.
final class WhatsAppContent {
  private WhatsAppContent() {}

  static Map<String, Object> text(Outgoing message) {
    return to(message, "text", Map.of("preview_url", false, "body", message.text()));
  }

  /// A variable of a template takes no line breaks, no tabs and no more than four spaces in a row.
  static Map<String, Object> template(Account account, Outgoing message) {
    var words = message.text().strip().replaceAll("\\s+", " ");
    return to(
        message,
        "template",
        Map.of(
            "name",
            account.setting(WhatsAppSettings.TEMPLATE),
            "language",
            Map.of("code", WhatsAppSettings.value(account, WhatsAppSettings.TEMPLATE_LANGUAGE)),
            "components",
            List.of(
                Map.of(
                    "type",
                    "body",
                    "parameters",
                    List.of(Map.of("type", "text", "text", words))))));
  }

  /// A number stands in `to`, an identity in `recipient`: put into `to`, it would be taken for a
  /// number, accepted, and never delivered.
  static Map<String, Object> to(Outgoing message, String type, Object content) {
    var all = new LinkedHashMap<String, Object>();
    all.put("messaging_product", "whatsapp");
    all.put("recipient_type", "individual");
    all.put(WhatsAppSender.isIdentity(message.to()) ? "recipient" : "to", message.to());
    all.put("type", type);
    all.put(type, content);
    return all;
  }
}
