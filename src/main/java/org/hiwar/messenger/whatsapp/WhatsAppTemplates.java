package org.hiwar.messenger.whatsapp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.hiwar.channel.Account;
import org.hiwar.channel.ApprovedTemplate;
import org.hiwar.channel.Approving.Told;
import org.hiwar.channel.ChannelLimits;
import org.hiwar.channel.Placeholders;
import org.hiwar.channel.Sending;
import org.hiwar.messenger.Answered;
import org.hiwar.messenger.Call;
import org.hiwar.messenger.MessengerLimits;
import org.hiwar.messenger.ProviderHttp;
import org.hiwar.messenger.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the templates of a business account: `GET /{business account}/message_templates`, page by
/// page. What was never approved is left out; what was, and cannot be sent now or from here, comes
/// with the reason.
final class WhatsAppTemplates {
  private static final String FIELDS = "?fields=name,language,status,components&limit=100";
  private static final int PAGES = 10;
  private static final Duration DEADLINE = Duration.ofSeconds(14);

  private final ProviderHttp http;

  WhatsAppTemplates(ProviderHttp http) {
    this.http = http;
  }

  Told read(Account account) {
    var found = new ArrayList<ApprovedTemplate>();
    long until = System.nanoTime() + DEADLINE.toNanos();
    var after = "";
    for (int page = 0; page < PAGES; page++) {
      var left = Duration.ofNanos(until - System.nanoTime());
      if (!left.isPositive()) return new Told.Not("no-answer", "");
      var told = http.send(page(account, after), shorter(left));
      if (!(told instanceof Answered.Answer answer) || !answer.success()) return not(told);
      for (var one : answer.json().path("data")) template(one).ifPresent(found::add);
      if (found.size() > ChannelLimits.APPROVED_TEMPLATES) break;
      after = answer.json().path("paging").path("cursors").path("after").asString("");
      if (after.isEmpty() || answer.json().path("paging").path("next").asString("").isEmpty())
        return new Told.Approved(found);
    }
    return new Told.Not("approved-templates-too-many", "");
  }

  private static Duration shorter(Duration left) {
    return left.compareTo(MessengerLimits.ANSWER) < 0 ? left : MessengerLimits.ANSWER;
  }

  private static Call page(Account account, String after) {
    return WhatsAppGateway.authorised(
        account,
        Call.get(
            WhatsAppSettings.value(account, WhatsAppSettings.API)
                + "/"
                + encoded(account.setting(WhatsAppSettings.BUSINESS_ID))
                + "/message_templates"
                + FIELDS
                + (after.isEmpty() ? "" : "&after=" + encoded(after))));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Told not(Answered answered) {
    return switch (answered) {
      case Answered.Failed(var code, var detail) -> new Told.Not(code, detail);
      case Answered.Answer answer ->
          switch (WhatsAppAnswers.sending(answer)) {
            case Sending.Refused(var code, var detail) -> new Told.Not(code, detail);
            case Sending.Later(var code, var detail, _) -> new Told.Not(code, detail);
            case Sending.Taken _ -> new Told.Not("provider-failed", "");
          };
    };
  }

  /// Empty: it cannot be told from others, or was never approved.
  private static Optional<ApprovedTemplate> template(JsonNode one) {
    var name = one.path("name").asString("");
    var language = one.path("language").asString("");
    var status = one.path("status").asString("");
    boolean approved =
        switch (status) {
          case "APPROVED", "PAUSED", "DISABLED", "IN_APPEAL", "FLAGGED" -> true;
          default -> false;
        };
    boolean named =
        !name.isEmpty()
            && name.length() <= ChannelLimits.TEMPLATE_NAME_CHARACTERS
            && !language.isEmpty()
            && language.length() <= ChannelLimits.LANGUAGE_CHARACTERS;
    if (!approved || !named) return Optional.empty();
    var header = component(one, "HEADER");
    var body = Texts.clean(component(one, "BODY").path("text").asString("")).strip();
    var above = Texts.clean(header.path("text").asString("")).strip();
    var below = Texts.clean(component(one, "FOOTER").path("text").asString("")).strip();
    var hindrance = hindrance(one, status, body);
    return Optional.of(
        hindrance == null
            ? new ApprovedTemplate(name, language, above, body, below, null)
            : new ApprovedTemplate(
                name,
                language,
                cut(above, ChannelLimits.TEMPLATE_LINE_CHARACTERS),
                cut(body, ChannelLimits.TEMPLATE_CHARACTERS),
                cut(below, ChannelLimits.TEMPLATE_LINE_CHARACTERS),
                hindrance));
  }

  private static @Nullable String hindrance(JsonNode one, String status, String body) {
    if (!status.equals("APPROVED") && !status.equals("FLAGGED")) return "template-paused";
    var header = component(one, "HEADER");
    var format = header.path("format").asString("TEXT");
    var above = header.path("text").asString("");
    if (!format.equals("TEXT") || above.contains("{{")) return "template-header";
    for (var button : component(one, "BUTTONS").path("buttons"))
      if (wantsParameter(button)) return "template-buttons";
    boolean readable =
        !body.isEmpty()
            && body.length() <= ChannelLimits.TEMPLATE_CHARACTERS
            && above.length() <= ChannelLimits.TEMPLATE_LINE_CHARACTERS
            && component(one, "FOOTER").path("text").asString("").length()
                <= ChannelLimits.TEMPLATE_LINE_CHARACTERS
            && Placeholders.of(body) instanceof Placeholders.Read.Good;
    return readable && onlyKnown(one) ? null : "template-kind";
  }

  private static boolean wantsParameter(JsonNode button) {
    return switch (button.path("type").asString("")) {
      case "QUICK_REPLY", "PHONE_NUMBER" -> false;
      case "URL" -> button.path("url").asString("").contains("{{");
      default -> true;
    };
  }

  private static boolean onlyKnown(JsonNode one) {
    for (var component : one.path("components"))
      switch (component.path("type").asString("")) {
        case "HEADER", "BODY", "FOOTER", "BUTTONS" -> {}
        default -> {
          return false;
        }
      }
    return true;
  }

  private static JsonNode component(JsonNode one, String type) {
    for (var component : one.path("components"))
      if (component.path("type").asString("").equals(type)) return component;
    return one.path("components").path(-1);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) return text;
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
