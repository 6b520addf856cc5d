package org.hiwar.workspace.services;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceHours;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.ServiceUse;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.Team;
import org.hiwar.workspace.TeamStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Services, for administrators. Campaigns, which are services of their own kind, are not among
/// them.
@RestController
@Requires(Privilege.MANAGE_SERVICES)
class ServicesApi {
  private final Services services;
  private final ServiceStore store;
  private final ServiceHours hours;
  private final TeamStore teams;
  private final SkillStore skills;
  private final Clock clock;

  ServicesApi(
      Services services,
      ServiceStore store,
      ServiceHours hours,
      TeamStore teams,
      SkillStore skills,
      Clock clock) {
    this.services = services;
    this.store = store;
    this.hours = hours;
    this.teams = teams;
    this.skills = skills;
    this.clock = clock;
  }

  /// @param opensAt when it opens; null while it is open, and when it does not within a year
  record ServiceLine(
      ServiceId id, String name, Medium medium, boolean open, @Nullable Instant opensAt) {}

  /// @param uses what needs the service, which cannot be removed as long as there is something
  record ServiceView(
      ServiceId id, Medium medium, ServiceSettings settings, List<ServiceUse> uses) {}

  /// `zone`: by whose clock it is open, as Asia/Damascus.
  record NewService(String name, Medium medium, String zone) {}

  /// @param skills that services may need beside their own
  record ServiceChoices(List<Team> teams, List<SkillChoice> skills) {}

  /// @param code of a language, as `ar`; null: another skill
  record SkillChoice(SkillId id, String name, @Nullable String code) {}

  /// By name.
  @GetMapping("/api/services")
  List<ServiceLine> list(CurrentUser user) {
    var now = clock.instant();
    return store.all(user.workspace()).stream()
        .filter(service -> service.medium() != Medium.PREVIEW)
        .map(
            service -> {
              var stands = hours.open(user.workspace(), service.id(), now);
              return new ServiceLine(
                  service.id(), service.name(), service.medium(), stands.open(), stands.next());
            })
        .toList();
  }

  @GetMapping("/api/service-choices")
  ServiceChoices choices(CurrentUser user) {
    var needed =
        skills.all(user.workspace()).stream()
            .filter(skill -> skill.kind() != Skill.Kind.SERVICE)
            .map(skill -> new SkillChoice(skill.id(), skill.name(), skill.code()))
            .toList();
    return new ServiceChoices(teams.all(user.workspace()), needed);
  }

  @PostMapping("/api/services")
  @ResponseStatus(HttpStatus.CREATED)
  ServiceView create(CurrentUser user, @RequestBody NewService wish) {
    var name = ServiceRules.name(wish.name());
    ServiceRules.medium(wish.medium());
    var zone = ServiceRules.zone(wish.zone());
    return read(user, services.create(user, name, wish.medium(), zone));
  }

  @GetMapping("/api/services/{service}")
  ServiceView read(CurrentUser user, @PathVariable ServiceId service) {
    var found =
        store
            .find(user.workspace(), service)
            .filter(one -> one.medium() != Medium.PREVIEW)
            .orElseThrow(Refusal::notFound);
    return new ServiceView(
        service,
        found.medium(),
        services.settings(user.workspace(), found),
        services.uses(user.workspace(), service));
  }

  @PutMapping("/api/services/{service}")
  ServiceView change(
      CurrentUser user, @PathVariable ServiceId service, @RequestBody ServiceSettings wish) {
    ServiceRules.check(wish);
    services.change(user, service, wish);
    return read(user, service);
  }

  @DeleteMapping("/api/services/{service}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(CurrentUser user, @PathVariable ServiceId service) {
    services.remove(user, service);
  }
}
