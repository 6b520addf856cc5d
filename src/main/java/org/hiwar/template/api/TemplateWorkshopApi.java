package org.hiwar.template.api;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hiwar.channel.Channel;
import org.hiwar.channel.Channels;
import org.hiwar.platform.Refusal;
import org.hiwar.template.FilledPart;
import org.hiwar.template.Pieces;
import org.hiwar.template.TemplateLimits;
import org.hiwar.template.Variable;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What whoever writes a template needs beside it: what there is to choose from, and how a text is
/// read before it is saved.
@RestController
@Requires(Privilege.MANAGE_CHANNELS)
class TemplateWorkshopApi {
  private final Channels channels;
  private final ServiceStore services;
  private final SkillStore skills;

  TemplateWorkshopApi(Channels channels, ServiceStore services, SkillStore skills) {
    this.channels = channels;
    this.services = services;
    this.skills = skills;
  }

  /// @param channels by name, the web chat as `web`
  /// @param languages tags as `ar`, of the languages that agents here may have as a skill
  record TemplateChoices(
      List<String> channels,
      List<TemplateService> services,
      List<String> languages,
      List<Variable> variables) {}

  record TemplateService(ServiceId id, String name) {}

  record TemplateDraft(String subject, String text) {}

  record TemplatePreview(ReadText subject, ReadText text) {}

  /// @param parts empty where there is a fault
  /// @param fault what is wrong, as the screens translate it; null: nothing
  /// @param about the part of the text that is wrong; empty: nothing
  record ReadText(List<FilledPart> parts, @Nullable String fault, String about) {}

  @GetMapping("/api/template-choices")
  TemplateChoices choices(CurrentUser user) {
    return new TemplateChoices(
        Stream.concat(Stream.of(TemplateRules.WEB), channels.all().stream().map(Channel::name))
            .toList(),
        services.all(user.workspace()).stream()
            .map(one -> new TemplateService(one.id(), one.name()))
            .toList(),
        languages(user),
        Arrays.asList(Variable.values()));
  }

  private List<String> languages(CurrentUser user) {
    return skills.all(user.workspace()).stream()
        .filter(skill -> skill.kind() == Skill.Kind.LANGUAGE && skill.code() != null)
        .map(skill -> String.valueOf(skill.code()))
        .sorted()
        .distinct()
        .toList();
  }

  /// How texts are read, with every variable as a gap, and nothing stored.
  @PostMapping("/api/template-preview")
  TemplatePreview preview(@RequestBody TemplateDraft draft) {
    return new TemplatePreview(read(draft.subject()), read(draft.text()));
  }

  private static ReadText read(String text) {
    if (text.length() > TemplateLimits.TEXT_CHARACTERS)
      throw Refusal.tooLarge("too-long", "The text is longer than it may be.");
    return switch (Pieces.of(text)) {
      case Pieces.Read.Good good -> new ReadText(good.parts(), null, "");
      case Pieces.Read.Bad(String code, String about) -> new ReadText(List.of(), code, about);
    };
  }
}
