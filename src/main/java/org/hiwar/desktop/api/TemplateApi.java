package org.hiwar.desktop.api;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.hiwar.channel.AccountId;
import org.hiwar.contact.Contact;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.conversation.ConversationId;
import org.hiwar.platform.Refusal;
import org.hiwar.template.TemplateId;
import org.hiwar.template.TemplateText;
import org.hiwar.template.Templates;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Templates where an agent writes to a customer: which fit, and what they say to this one. Nothing
/// is sent by it: the text goes into the agent's draft.
@RestController
@RequestMapping("/api/contacts/{contact}/templates")
@Requires(Privilege.WRITE_MESSAGES)
class TemplateApi {
  private final Templates templates;
  private final ContactStore contacts;
  private final Gate gate;

  TemplateApi(Templates templates, ContactStore contacts, Gate gate) {
    this.templates = templates;
    this.contacts = contacts;
    this.gate = gate;
  }

  /// @param language that fits the customer, of `languages`, in which there is a text
  /// @param beginning of the text on one line, with what is known; gaps are shown as `…`
  /// @param words the same up to a thousand characters, for who looks for what it says
  record FittingTemplate(
      TemplateId id,
      String name,
      String shortcut,
      String language,
      List<String> languages,
      String beginning,
      String words) {
    static FittingTemplate of(Templates.Fitting fitting) {
      var template = fitting.template();
      return new FittingTemplate(
          template.id(),
          template.name(),
          template.shortcut(),
          fitting.language(),
          template.texts().stream().map(TemplateText::language).toList(),
          fitting.beginning(),
          fitting.words());
    }
  }

  /// Those for this channel (`web`, `sms`…) and for a service that the conversation is about, by
  /// name. `conversation` null: none goes on; `account` null: none of ours, as in the web chat;
  /// `language` is taken where the customer's is not known.
  @GetMapping
  List<FittingTemplate> fitting(
      CurrentUser agent,
      @PathVariable ContactId contact,
      @RequestParam String channel,
      @RequestParam(required = false) @Nullable ConversationId conversation,
      @RequestParam(required = false) @Nullable AccountId account,
      @RequestParam(required = false) @Nullable String language) {
    requireReadable(agent, conversation);
    var place =
        new Templates.Place(
            agent.workspace(),
            agent.user(),
            contact(agent, contact),
            conversation,
            account,
            language,
            ZoneOffset.UTC);
    return templates.fitting(place, channel).stream().map(FittingTemplate::of).toList();
  }

  /// The text in `language`; one that it does not have: the one that fits. `zone` as
  /// `Asia/Damascus` says what day it is; null: UTC.
  @GetMapping("/{template}")
  Templates.FilledTemplate filled(
      CurrentUser agent,
      @PathVariable ContactId contact,
      @PathVariable TemplateId template,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(required = false) @Nullable ConversationId conversation,
      @RequestParam(required = false) @Nullable AccountId account,
      @RequestParam(required = false) @Nullable String zone) {
    requireReadable(agent, conversation);
    var place =
        new Templates.Place(
            agent.workspace(),
            agent.user(),
            contact(agent, contact),
            conversation,
            account,
            null,
            zone(zone));
    return templates.filled(place, template, language).orElseThrow(Refusal::notFound);
  }

  private Contact contact(CurrentUser agent, ContactId contact) {
    return contacts.find(agent.workspace(), contact).orElseThrow(Refusal::notFound);
  }

  private void requireReadable(CurrentUser agent, @Nullable ConversationId conversation) {
    if (conversation != null) gate.readable(agent, conversation);
  }

  private static ZoneId zone(@Nullable String name) {
    if (name == null) return ZoneOffset.UTC;
    try {
      return ZoneId.of(name);
    } catch (DateTimeException _) {
      return ZoneOffset.UTC;
    }
  }
}
