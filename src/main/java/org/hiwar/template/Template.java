package org.hiwar.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;

/// A text that agents write often, in one language or several.
///
/// @param shortcut by which it is found at once, in small letters
/// @param channels by name, the web chat as `web`; null: every channel
/// @param services whose conversations it is for; null: every service
/// @param texts one for each language, by its tag; at least one
/// @param version grows with every change
public record Template(
    TemplateId id,
    String name,
    String shortcut,
    @Nullable List<String> channels,
    @Nullable List<ServiceId> services,
    List<TemplateText> texts,
    long version) {

  public Template {
    channels = channels == null ? null : List.copyOf(channels);
    services = services == null ? null : List.copyOf(services);
    texts = List.copyOf(texts);
  }

  boolean isFor(String channel) {
    return channels == null || channels.stream().anyMatch(channel::equalsIgnoreCase);
  }

  /// One that is for some services is for none of them where no service is known.
  boolean isForAny(List<ServiceId> among) {
    return services == null || services.stream().anyMatch(among::contains);
  }

  /// In the first of these languages that it has, exactly or but for country and script; else the
  /// first that there is.
  ///
  /// @param wanted tags, the best first
  TemplateText in(List<String> wanted) {
    return wanted.stream()
        .flatMap(language -> exactly(language).or(() -> nearly(language)).stream())
        .findFirst()
        .orElseGet(texts::getFirst);
  }

  Optional<TemplateText> exactly(String language) {
    return texts.stream().filter(one -> one.language().equalsIgnoreCase(language)).findFirst();
  }

  private Optional<TemplateText> nearly(String language) {
    var spoken = spoken(language);
    return texts.stream().filter(one -> spoken(one.language()).equals(spoken)).findFirst();
  }

  private static String spoken(String language) {
    return Locale.forLanguageTag(language).getLanguage();
  }
}
