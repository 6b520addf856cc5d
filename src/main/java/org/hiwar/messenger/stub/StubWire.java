package org.hiwar.messenger.stub;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Deliveries and answers in the shape of WhatsApp's Cloud API.
final class StubWire {
  private StubWire() {}

  static Map<String, Object> message(
      StubAccount account,
      String customer,
      String name,
      String id,
      Instant at,
      Map<String, Object> content) {
    var number = customer.substring(1);
    var message = new LinkedHashMap<>(content);
    message.put("from", number);
    message.put("id", id);
    message.put("timestamp", Long.toString(at.getEpochSecond()));
    return delivery(
        account,
        Map.of(
            "contacts", List.of(Map.of("wa_id", number, "profile", Map.of("name", name))),
            "messages", List.of(message)));
  }

  /// @param reason of `failed`; else 0
  static Map<String, Object> status(
      StubAccount account, String id, String state, int reason, Instant at) {
    var status = new LinkedHashMap<String, Object>();
    status.put("id", id);
    status.put("status", state);
    status.put("timestamp", Long.toString(at.getEpochSecond()));
    if (reason != 0) status.put("errors", List.of(Map.of("code", reason)));
    return delivery(account, Map.of("statuses", List.of(status)));
  }

  private static Map<String, Object> delivery(StubAccount account, Map<String, Object> content) {
    var value = new LinkedHashMap<>(content);
    value.put("messaging_product", "whatsapp");
    value.put("metadata", Map.of("phone_number_id", account.numberId()));
    return Map.of(
        "object",
        "whatsapp_business_account",
        "entry",
        List.of(Map.of("changes", List.of(Map.of("field", "messages", "value", value)))));
  }

  static Map<String, Object> error(int code, String message) {
    return Map.of("error", Map.of("code", code, "message", message));
  }

  static Map<String, Object> templates(List<StubTemplate> templates) {
    return Map.of(
        "data",
        templates.stream().map(StubWire::template).toList(),
        "paging",
        Map.of("cursors", Map.of("before", "first", "after", "last")));
  }

  private static Map<String, Object> template(StubTemplate template) {
    return Map.of(
        "name",
        template.name(),
        "language",
        template.language(),
        "status",
        "APPROVED",
        "category",
        "UTILITY",
        "components",
        List.of(Map.of("type", "BODY", "text", template.body())));
  }

  /// A message of a customer, as it stands in a delivery beside who wrote it and when.
  static Map<String, Object> text(String text) {
    return content("text", Map.of("body", text));
  }

  static Map<String, Object> place(Place place) {
    return content(
        "location",
        Map.of(
            "latitude", place.latitude(),
            "longitude", place.longitude(),
            "name", place.name(),
            "address", place.address()));
  }

  /// @param id by which the content is fetched
  static Map<String, Object> file(String id, StubFile file, String caption) {
    var media = new LinkedHashMap<String, Object>(Map.of("id", id, "mime_type", file.type()));
    if (!caption.isEmpty()) media.put("caption", caption);
    if (file.kind().equals("document")) media.put("filename", file.name());
    return content(file.kind(), media);
  }

  /// @param id by which the content is fetched
  static Map<String, Object> voice(String id, StubFile voice) {
    return content("audio", Map.of("id", id, "mime_type", voice.type(), "voice", true));
  }

  private static Map<String, Object> content(String type, Object content) {
    return Map.of("type", type, type, content);
  }
}
