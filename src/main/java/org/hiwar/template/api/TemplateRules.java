package org.hiwar.template.api;

import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hiwar.channel.Channel;
import org.hiwar.channel.Channels;
import org.hiwar.platform.OneLine;
import org.hiwar.platform.Refusal;
import org.hiwar.template.Pieces;
import org.hiwar.template.Template;
import org.hiwar.template.TemplateId;
import org.hiwar.template.TemplateLimits;
import org.hiwar.template.TemplateText;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a template may be, with the sentence for whoever tried something else.
@Component
class TemplateRules {
  static final String WEB = "web";
  private static final int REFUSED = 422;
  private static final Pattern SHORTCUT =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}_-]{1," + TemplateLimits.SHORTCUT_CHARACTERS + "}");

  private final Channels channels;
  private final ServiceStore services;

  TemplateRules(Channels channels, ServiceStore services) {
    this.channels = channels;
    this.services = services;
  }

  /// Whose template it is to be.
  record Place(WorkspaceId workspace, TemplateId id, long version) {}

  Template template(Place place, TemplateWish wish) {
    return new Template(
        place.id(),
        name(wish.name()),
        shortcut(wish.shortcut()),
        channels(wish.channels()),
        services(place.workspace(), wish.services()),
        texts(wish.texts()),
        place.version());
  }

  private static String name(String typed) {
    var name = OneLine.typed(typed).strip();
    if (name.isEmpty()
        || name.length() > TemplateLimits.NAME_CHARACTERS
        || !isStorable(name)
        || name.codePoints().anyMatch(Character::isISOControl))
      throw Refusal.invalid(
          "name-invalid",
          "A name has 1 to "
              + TemplateLimits.NAME_CHARACTERS
              + " characters on one line. Correct it.");
    return name;
  }

  private static String shortcut(String typed) {
    var shortcut = typed.strip().toLowerCase(Locale.ROOT);
    if (!SHORTCUT.matcher(shortcut).matches())
      throw Refusal.invalid(
          "template-shortcut-invalid",
          "A shortcut has 1 to "
              + TemplateLimits.SHORTCUT_CHARACTERS
              + " letters, digits and hyphens, and no spaces. Correct it.");
    return shortcut;
  }

  private @Nullable List<String> channels(@Nullable List<String> wished) {
    if (wished == null) return null;
    var known = channels.all().stream().map(Channel::name).collect(Collectors.toSet());
    known.add(WEB);
    if (!isSome(wished) || !known.containsAll(wished))
      throw Refusal.invalid(
          "template-channels-invalid",
          "Choose one channel or several that there are, or leave it at all of them.");
    return wished.stream().distinct().sorted().toList();
  }

  private @Nullable List<ServiceId> services(
      WorkspaceId workspace, @Nullable List<ServiceId> wished) {
    if (wished == null) return null;
    var known = services.all(workspace).stream().map(Service::id).collect(Collectors.toSet());
    if (!isSome(wished) || !known.containsAll(wished))
      throw Refusal.invalid(
          "template-services-invalid",
          "Choose one service or several of yours, or leave it at all of them.");
    return wished.stream().distinct().sorted().toList();
  }

  private static boolean isSome(List<?> wished) {
    return !wished.isEmpty() && wished.size() <= TemplateLimits.NAMED;
  }

  private static List<TemplateText> texts(List<TemplateText> wished) {
    if (wished.isEmpty() || wished.size() > TemplateLimits.TEXTS)
      throw Refusal.invalid(
          "template-texts-missing",
          "Write the text in one language at least, and in " + TemplateLimits.TEXTS + " at most.");
    var texts = wished.stream().map(TemplateRules::text).toList();
    var languages = new HashSet<String>();
    for (var text : texts)
      if (!languages.add(text.language()))
        throw about(
            text.language(),
            "template-language-twice",
            "There are two texts in " + text.language() + ". Remove one.");
    return texts;
  }

  private static TemplateText text(TemplateText wished) {
    var language = language(wished.language());
    var subject = OneLine.typed(wished.subject()).strip();
    if (subject.length() > TemplateLimits.SUBJECT_CHARACTERS
        || !isStorable(subject)
        || subject.codePoints().anyMatch(Character::isISOControl))
      throw about(
          language,
          "template-subject-invalid",
          "A subject has at most "
              + TemplateLimits.SUBJECT_CHARACTERS
              + " characters on one line. Correct it.");
    var text = wished.text().strip();
    if (text.isEmpty() || text.length() > TemplateLimits.TEXT_CHARACTERS || !isStorable(text))
      throw about(
          language,
          "template-text-invalid",
          "A text has 1 to " + TemplateLimits.TEXT_CHARACTERS + " characters. Correct it.");
    requireReadable(language, subject);
    requireReadable(language, text);
    return new TemplateText(language, subject, text);
  }

  /// The tag in its one spelling, as `pt-BR`.
  private static String language(String typed) {
    try {
      var tag = new Locale.Builder().setLanguageTag(typed.strip()).build().toLanguageTag();
      if (!tag.equals("und")
          && !tag.startsWith("und-")
          && !tag.startsWith("x-")
          && tag.length() <= TemplateLimits.LANGUAGE_CHARACTERS) return tag;
    } catch (IllformedLocaleException _) {
      // Refused below.
    }
    throw Refusal.invalid(
        "template-language-invalid", "A language is a tag such as ar or en. Correct it.");
  }

  private static void requireReadable(String language, String text) {
    switch (Pieces.of(text)) {
      case Pieces.Read.Good _ -> {}
      case Pieces.Read.Bad(String code, String about) ->
          throw new Refusal(
              REFUSED, code, sentence(code, about), Map.of("language", language, "about", about));
    }
  }

  private static String sentence(String code, String about) {
    return switch (code) {
      case "template-variable-unknown" ->
          "Nobody knows a variable {{" + about + "}}. Choose one of the list.";
      case "template-braces-open" -> "The braces in " + about + " are not closed. Write }}.";
      case "template-question-invalid" ->
          "A question to the agent has 1 to "
              + TemplateLimits.QUESTION_CHARACTERS
              + " characters on one line: {{ask:Booking number}}.";
      default -> "A text has at most " + TemplateLimits.GAPS + " variables and questions.";
    };
  }

  /// No NUL and no other control character but those of lines, no half of a surrogate pair.
  private static boolean isStorable(String text) {
    return text.codePoints()
        .noneMatch(
            c ->
                (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                    || Character.getType(c) == Character.SURROGATE);
  }

  private static Refusal about(String language, String code, String sentence) {
    return new Refusal(REFUSED, code, sentence, Map.of("language", language));
  }
}
