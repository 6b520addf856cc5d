package org.hiwar.channel;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hiwar.conversation.TemplateUse;
import org.jspecify.annotations.Nullable;

/// A text that the provider of an account has approved: at times nothing else reaches a customer.
///
/// @param name as the provider knows it; together with the language it names the template
/// @param language in the provider's spelling, such as `ar` or `en_US`
/// @param header stands above the text; empty: nothing does
/// @param body with its parameters between double braces, see [Placeholders]
/// @param footer stands below it; empty: nothing does
/// @param hindrance why it cannot be sent from here, as the screens translate it; null: it can
public record ApprovedTemplate(
    String name,
    String language,
    String header,
    String body,
    String footer,
    @Nullable String hindrance) {

  /// The names of its parameters, in the order in which the provider takes them.
  public List<String> parameters() {
    return switch (Placeholders.of(body)) {
      case Placeholders.Read.Good(var names) -> names;
      case Placeholders.Read.Bad _ -> List.of();
    };
  }

  /// What the customer reads.
  ///
  /// @param values in which every parameter has one
  public String filled(List<TemplateUse.Parameter> values) {
    return Stream.of(header, Placeholders.filled(body, Placeholders.values(values)), footer)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining("\n\n"));
  }

  boolean isMeant(TemplateUse use) {
    return name.equals(use.name()) && language.equals(use.language());
  }
}
