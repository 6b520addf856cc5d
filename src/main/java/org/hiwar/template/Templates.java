package org.hiwar.template;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hiwar.channel.AccountId;
import org.hiwar.contact.Contact;
import org.hiwar.conversation.ConversationId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The templates that fit where an agent writes, and what they say there.
@Component
public class Templates {
  private final TemplateStore store;
  private final Scenes scenes;
  private final ServiceNumbers numbers;
  private final Clock clock;

  Templates(TemplateStore store, Scenes scenes, ServiceNumbers numbers, Clock clock) {
    this.store = store;
    this.scenes = scenes;
    this.numbers = numbers;
    this.clock = clock;
  }

  /// Who writes to whom, and where.
  ///
  /// @param conversation that it is written in; null: none goes on
  /// @param account by which it goes; null: none of ours, as in the web chat
  /// @param language in which it is written where the customer's is not known; null: the first of
  ///     the template
  /// @param zone of the writer, by which it is said what day it is
  public record Place(
      WorkspaceId workspace,
      UserId agent,
      Contact contact,
      @Nullable ConversationId conversation,
      @Nullable AccountId account,
      @Nullable String language,
      ZoneId zone) {}

  /// A template in the language that fits.
  ///
  /// @param beginning of its text on one line, with what is known; gaps are shown as `…`
  /// @param words the same, so much of it that it is found by what it says
  public record Fitting(Template template, String language, String beginning, String words) {}

  /// @param subject empty: none
  public record FilledTemplate(String language, List<FilledPart> subject, List<FilledPart> text) {
    public FilledTemplate {
      subject = List.copyOf(subject);
      text = List.copyOf(text);
    }
  }

  /// Those that are for this channel and for a service that the conversation is about, by name.
  public List<Fitting> fitting(Place place, String channel) {
    var scene = scenes.at(place);
    var known = new HashMap<String, Map<Variable, String>>();
    return store.all(place.workspace()).stream()
        .filter(one -> one.isFor(channel) && one.isForAny(scene.services()))
        .map(
            one -> {
              var text = one.in(scene.languages());
              var values =
                  known.computeIfAbsent(text.language(), each -> known(place, scene, each));
              var line = line(parts(text.text(), values, text.language()));
              return new Fitting(
                  one,
                  text.language(),
                  cut(line, TemplateLimits.BEGINNING_CHARACTERS),
                  cut(line, TemplateLimits.SEARCHED_CHARACTERS));
            })
        .toList();
  }

  /// Empty when there is no such template.
  ///
  /// @param wanted the language of one of its texts; one that it does not have: the one that fits
  public Optional<FilledTemplate> filled(Place place, TemplateId template, String wanted) {
    var scene = scenes.at(place);
    return store
        .find(place.workspace(), template)
        .map(found -> found.exactly(wanted).orElseGet(() -> found.in(scene.languages())))
        .map(text -> filled(text, known(place, scene, text.language())));
  }

  private static FilledTemplate filled(TemplateText text, Map<Variable, String> known) {
    return new FilledTemplate(
        text.language(),
        parts(text.subject(), known, text.language()),
        parts(text.text(), known, text.language()));
  }

  private static List<FilledPart> parts(String text, Map<Variable, String> known, String language) {
    return switch (Pieces.of(text)) {
      case Pieces.Read.Good(List<Piece> pieces) -> Filling.of(pieces, known, language);
      // Stored by a version that knew more than this one: the agent writes it.
      case Pieces.Read.Bad(_, String about) -> List.of(FilledPart.asked(about));
    };
  }

  private Map<Variable, String> known(Place place, Scene scene, String language) {
    var known = new EnumMap<Variable, String>(Variable.class);
    known.putAll(scene.names());
    known.put(
        Variable.TODAY,
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(Locale.forLanguageTag(language))
            .format(LocalDate.ofInstant(clock.instant(), place.zone())));
    numbers
        .numberOf(place.workspace(), scene.service(), language)
        .ifPresent(number -> known.put(Variable.SERVICE_NUMBER, number));
    return known;
  }

  private static String line(List<FilledPart> parts) {
    var words = new StringBuilder();
    for (var part : parts) words.append(part.text() == null ? "…" : part.text());
    return words.toString().strip().replaceAll("\\s+", " ");
  }

  private static String cut(String line, int most) {
    if (line.length() <= most) return line;
    int end = most - 1;
    if (Character.isHighSurrogate(line.charAt(end - 1))) end--;
    return line.substring(0, end) + "…";
  }
}
