package org.hiwar.messenger.whatsapp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.channel.Outgoing;
import org.hiwar.conversation.TemplateUse;

/// Messages as the Cloud API takes them.
final class WhatsAppContent {
  private WhatsAppContent() {}

  static Map<String, Object> text(Outgoing message) {
    return to(message, "text", Map.of("preview_url", false, "body", message.text()));
  }

  /// A parameter that has a name is sent with it; others count.
  static Map<String, Object> template(Outgoing message, TemplateUse use) {
    var template = new LinkedHashMap<String, Object>();
    template.put("name", use.name());
    template.put("language", Map.of("code", use.language()));
    if (!use.parameters().isEmpty())
      template.put(
          "components",
          List.of(
              Map.of(
                  "type",
                  "body",
                  "parameters",
                  use.parameters().stream().map(WhatsAppContent::parameter).toList())));
    return to(message, "template", template);
  }

  private static Map<String, Object> parameter(TemplateUse.Parameter parameter) {
    var content = new LinkedHashMap<String, Object>();
    content.put("type", "text");
    if (!Character.isDigit(parameter.name().charAt(0)))
      content.put("parameter_name", parameter.name());
    content.put("text", parameter.text());
    return content;
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
