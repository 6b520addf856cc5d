package org.hiwar.channel.api;

import java.util.Map;
import java.util.regex.Pattern;
import org.hiwar.channel.ApprovedTemplate;
import org.hiwar.channel.Approving;
import org.hiwar.channel.ChannelLimits;
import org.hiwar.channel.Placeholders;
import org.hiwar.platform.Refusal;

/// What an approved template may be that an administrator enters, with the sentence for whoever
/// tried something else.
final class ApprovedTemplateRules {
  private static final int REFUSED = 422;

  /// As providers name them.
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");

  private ApprovedTemplateRules() {}

  static ApprovedTemplate template(
      Approving channel, ApprovedTemplateApi.ApprovedTemplateWish wish) {
    var name = wish.name().strip();
    if (!NAME.matcher(name).matches())
      throw Refusal.invalid(
          "template-name-invalid",
          "The name has small letters, digits and underscores only. Copy it from the provider.");
    if (!channel.templateLanguages().contains(wish.language()))
      throw Refusal.invalid(
          "template-language-unknown", "The provider has no such language. Choose another one.");
    return new ApprovedTemplate(
        name,
        wish.language(),
        line(wish.header()),
        body(wish.body().strip()),
        line(wish.footer()),
        null);
  }

  private static String line(String text) {
    var line = text.strip();
    if (line.length() > ChannelLimits.TEMPLATE_LINE_CHARACTERS
        || line.contains("{{")
        || line.codePoints().anyMatch(ApprovedTemplateRules::isNoText))
      throw Refusal.invalid(
          "template-line-invalid",
          "Header and footer have one line of at most 60 characters and no parameters. Correct"
              + " them.");
    return line;
  }

  private static String body(String body) {
    if (body.isEmpty()
        || body.length() > ChannelLimits.TEMPLATE_CHARACTERS
        || body.codePoints().anyMatch(one -> one != '\n' && isNoText(one)))
      throw Refusal.invalid(
          "template-body-invalid",
          "The text has 1 to 1,024 characters. Copy it from the provider.");
    return switch (Placeholders.of(body)) {
      case Placeholders.Read.Good _ -> body;
      case Placeholders.Read.Bad(var code, var about) ->
          throw new Refusal(
              REFUSED,
              code,
              "The parameters are wrong at " + about + ": number them from {{1}} without gaps.",
              Map.of("about", about));
    };
  }

  private static boolean isNoText(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }
}
