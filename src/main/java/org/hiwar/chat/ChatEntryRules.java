package org.hiwar.chat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hiwar.platform.OneLine;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a chat entry may be, with the sentence for whoever tried something else.
@Component
class ChatEntryRules {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

  private final ServiceStore services;
  private final SkillStore skills;

  ChatEntryRules(ServiceStore services, SkillStore skills) {
    this.services = services;
    this.skills = skills;
  }

  /// `version` is the one that was looked at.
  ChatEntry entry(WorkspaceId workspace, EntryId id, long version, ChatEntryWish wish) {
    return new ChatEntry(
        id,
        slug(wish.slug()),
        taking(workspace, wish.service()),
        name(wish.name()),
        language(workspace, wish.language()),
        origins(wish.origins()),
        texts(wish.en()),
        texts(wish.ar()),
        new EntryLook(accent(wish.look().accent()), wish.look().side()),
        wish.form(),
        wish.away(),
        called(workspace, wish.calls()),
        wish.files(),
        false,
        version);
  }

  private static String name(String typed) {
    var name = OneLine.typed(typed).strip();
    if (name.isEmpty() || name.length() > ChatLimits.NAME_CHARACTERS || !isOneLine(name))
      throw Refusal.invalid(
          "name-invalid",
          "A name has 1 to " + ChatLimits.NAME_CHARACTERS + " characters on one line. Correct it.");
    return name;
  }

  private static String slug(String typed) {
    var slug = typed.strip().toLowerCase(Locale.ROOT);
    if (!SLUG.matcher(slug).matches())
      throw Refusal.invalid(
          "entry-slug-invalid",
          "The name in the page has 1 to 63 letters from a to z, digits and hyphens. Correct it.");
    return slug;
  }

  private ServiceId taking(WorkspaceId workspace, ServiceId service) {
    return of(
        workspace,
        service,
        Medium.CHAT,
        "entry-service-unknown",
        "There is no such service for chats. Choose one of yours.");
  }

  private @Nullable ServiceId called(WorkspaceId workspace, @Nullable ServiceId service) {
    return service == null
        ? null
        : of(
            workspace,
            service,
            Medium.VOICE,
            "service-unknown",
            "There is no such service for calls. Choose one of yours.");
  }

  private ServiceId of(
      WorkspaceId workspace, ServiceId service, Medium medium, String code, String sentence) {
    if (services.find(workspace, service).filter(one -> one.medium() == medium).isEmpty())
      throw Refusal.invalid(code, sentence);
    return service;
  }

  /// One that the widget speaks, or for which there are agents.
  private String language(WorkspaceId workspace, String wished) {
    boolean known =
        ChatLimits.LANGUAGES.contains(wished)
            || skills.all(workspace).stream()
                .anyMatch(one -> one.kind() == Skill.Kind.LANGUAGE && wished.equals(one.code()));
    if (!known)
      throw Refusal.invalid("entry-language-unknown", "Choose one of the languages in the list.");
    return wished;
  }

  private static List<String> origins(List<String> wished) {
    var sites =
        wished.stream()
            .map(
                typed ->
                    Origins.origin(typed)
                        .orElseThrow(
                            () ->
                                Refusal.invalid(
                                    "entry-origin-invalid",
                                    "A site is written as https://shop.example. Correct it.")))
            .distinct()
            .toList();
    if (sites.size() > ChatLimits.ORIGINS)
      throw Refusal.invalid(
          "entry-origins-too-many",
          "One chat stands on " + ChatLimits.ORIGINS + " sites at most. Make another for others.");
    return sites;
  }

  private static EntryTexts texts(EntryTexts wished) {
    var title = OneLine.typed(wished.title()).strip();
    if (title.length() > ChatLimits.TITLE_CHARACTERS || !isOneLine(title))
      throw Refusal.invalid(
          "entry-title-invalid",
          "A title has at most "
              + ChatLimits.TITLE_CHARACTERS
              + " characters on one line. Correct it.");
    return new EntryTexts(title, text(wished.greeting()), text(wished.closed()));
  }

  private static String text(String wished) {
    var text = wished.strip();
    boolean storable = text.codePoints().allMatch(c -> c == '\n' || !isUnstorable(c));
    if (text.length() > ChatLimits.TEXT_CHARACTERS || !storable)
      throw Refusal.invalid(
          "entry-text-invalid",
          "A text has at most " + ChatLimits.TEXT_CHARACTERS + " characters. Shorten it.");
    return text;
  }

  private static String accent(String wished) {
    var accent = wished.strip().toLowerCase(Locale.ROOT);
    if (!COLOUR.matcher(accent).matches())
      throw Refusal.invalid(
          "entry-colour-invalid", "A colour is # and six digits or letters a to f. Correct it.");
    if (!Contrast.isEnough(accent))
      throw Refusal.invalid(
          "entry-colour-faint",
          "Words on this colour, or the colour on white, are hard to see. Choose a darker one.");
    return accent;
  }

  private static boolean isOneLine(String text) {
    return text.codePoints().noneMatch(ChatEntryRules::isUnstorable);
  }

  private static boolean isUnstorable(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }
}
