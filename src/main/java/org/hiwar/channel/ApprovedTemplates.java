package org.hiwar.channel;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hiwar.conversation.TemplateUse;
import org.springframework.stereotype.Component;

/// When a message has to go out as an approved template, and whether it can go out as the one that
/// its writer has chosen.
@Component
public class ApprovedTemplates {
  /// What providers refuse within a parameter: line breaks, tabs, more than four spaces in a row.
  private static final Pattern REFUSED = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]| {5}");

  private final ApprovedTemplateStore store;

  public ApprovedTemplates(ApprovedTemplateStore store) {
    this.store = store;
  }

  /// How free what is written to somebody is.
  enum Freedom {
    /// Anything may be written.
    FREE,
    /// An approved template, and nothing else.
    TEMPLATES,
    /// A template would be needed, and the account has none that could be sent.
    NONE
  }

  Freedom freedom(Account account, Channel channel, Recipient recipient) {
    if (!(channel instanceof Approving approving) || !approving.templatesAlone(account, recipient))
      return Freedom.FREE;
    return of(account).stream().anyMatch(one -> one.hindrance() == null)
        ? Freedom.TEMPLATES
        : Freedom.NONE;
  }

  /// Those of an account, by name and language, also those that cannot be sent.
  public List<ApprovedTemplate> of(Account account) {
    return store.of(account.workspace(), account.id());
  }

  /// Why a message cannot go out as the template that it names, as the screens translate it; empty:
  /// it can. What is stored of it has to be what the customer reads: `text` is compared.
  Optional<String> wrong(Account account, Channel channel, TemplateUse use, String text) {
    if (!(channel instanceof Approving)) return Optional.of("template-not-known");
    return of(account).stream()
        .filter(one -> one.isMeant(use))
        .findFirst()
        .map(one -> wrong(one, use, text))
        .orElse(Optional.of("template-not-known"));
  }

  private static Optional<String> wrong(ApprovedTemplate template, TemplateUse use, String text) {
    if (template.hindrance() != null) return Optional.of(template.hindrance());
    var names = use.parameters().stream().map(TemplateUse.Parameter::name).toList();
    if (!names.equals(template.parameters())) return Optional.of("template-changed");
    if (use.parameters().stream().anyMatch(one -> isRefused(one.text())))
      return Optional.of("template-parameter");
    if (Placeholders.filled(template.body(), use).length() > ChannelLimits.TEMPLATE_CHARACTERS)
      return Optional.of("template-too-long");
    return template.filled(use.parameters()).equals(text)
        ? Optional.empty()
        : Optional.of("template-changed");
  }

  private static boolean isRefused(String text) {
    return text.isBlank() || REFUSED.matcher(text).find();
  }
}
