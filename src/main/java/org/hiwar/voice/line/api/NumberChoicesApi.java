package org.hiwar.voice.line.api;

import java.util.List;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where the calls of a number may go, for the screen on which that is chosen.
@RestController
@RequestMapping("/api/phone-numbers/choices")
@Requires(Privilege.MANAGE_TELEPHONY)
class NumberChoicesApi {
  private final ServiceStore services;
  private final SkillStore skills;

  NumberChoicesApi(ServiceStore services, SkillStore skills) {
    this.services = services;
    this.skills = skills;
  }

  /// @param services those that take calls, by name
  /// @param languages tags as `ar`, of the languages that agents here may have as a skill
  record NumberChoices(List<ServiceChoice> services, List<String> languages) {}

  record ServiceChoice(ServiceId id, String name) {}

  @GetMapping
  NumberChoices read(CurrentUser user) {
    var called =
        services.all(user.workspace()).stream()
            .filter(service -> service.medium() == Medium.VOICE)
            .map(service -> new ServiceChoice(service.id(), service.name()))
            .toList();
    return new NumberChoices(called, languages(user));
  }

  private List<String> languages(CurrentUser user) {
    return skills.all(user.workspace()).stream()
        .filter(skill -> skill.kind() == Skill.Kind.LANGUAGE && skill.code() != null)
        .map(skill -> String.valueOf(skill.code()))
        .sorted()
        .distinct()
        .toList();
  }
}
