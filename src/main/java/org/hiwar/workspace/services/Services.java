package org.hiwar.workspace.services;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hiwar.platform.Ids;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServicePromise;
import org.hiwar.workspace.ServicePromiseStore;
import org.hiwar.workspace.ServiceSkill;
import org.hiwar.workspace.ServiceSkillStore;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.ServiceTeamStore;
import org.hiwar.workspace.ServiceUse;
import org.hiwar.workspace.ServiceUses;
import org.hiwar.workspace.ServicesListener;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.Team;
import org.hiwar.workspace.TeamStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.services.ServiceSettings.NeededSkill;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Creates, changes and removes services, and tells whoever listens. What is asked for has been
/// checked before, but for what only the workspace knows.
@Component
class Services {
  private static final int MOST = 500;

  private final Database database;
  private final ServiceStore services;
  private final ServicePromiseStore promises;
  private final ServiceTeamStore teams;
  private final ServiceSkillStore needs;
  private final TeamStore allTeams;
  private final SkillStore allSkills;
  private final AuditLog audit;
  private final ObjectProvider<ServiceUses> uses;
  private final ObjectProvider<ServicesListener> listeners;
  private final Ids ids;

  Services(
      Database database,
      ServiceStore services,
      ServicePromiseStore promises,
      ServiceTeamStore teams,
      ServiceSkillStore needs,
      TeamStore allTeams,
      SkillStore allSkills,
      AuditLog audit,
      ObjectProvider<ServiceUses> uses,
      ObjectProvider<ServicesListener> listeners,
      Ids ids) {
    this.database = database;
    this.services = services;
    this.promises = promises;
    this.teams = teams;
    this.needs = needs;
    this.allTeams = allTeams;
    this.allSkills = allSkills;
    this.audit = audit;
    this.uses = uses;
    this.listeners = listeners;
    this.ids = ids;
  }

  ServiceSettings settings(WorkspaceId workspace, Service service) {
    var promise = promises.of(workspace, service.id());
    var needed =
        needs.all(workspace).stream()
            .filter(one -> one.service().equals(service.id()))
            .map(one -> new NeededSkill(one.skill(), one.level()))
            .toList();
    return new ServiceSettings(
        service.name(),
        service.precedence(),
        Math.toIntExact(service.offer().toSeconds()),
        Math.toIntExact(service.wrapUp().toSeconds()),
        service.requiresDisposition(),
        service.prefersLevel(),
        service.prefersLastAgent(),
        Math.toIntExact(service.preferFor().toSeconds()),
        Math.toIntExact(service.relaxAfter().toSeconds()),
        service.most(),
        Math.toIntExact(service.inactivity().toMinutes()),
        Math.toIntExact(service.abandonAfter().toSeconds()),
        Math.toIntExact(promise.silence().toMinutes()),
        promise.closed(),
        promise.percent(),
        Math.toIntExact(promise.within().toSeconds()),
        promise.hours(),
        teams.of(workspace, service.id()),
        needed);
  }

  /// By kind.
  List<ServiceUse> uses(WorkspaceId workspace, ServiceId service) {
    return uses.stream().flatMap(one -> one.of(workspace, service).stream()).toList();
  }

  /// One that customers cannot reach yet, with the usual rules.
  ServiceId create(CurrentUser user, String name, Medium medium, ZoneId zone) {
    var workspace = user.workspace();
    var made = ServiceRules.usual(new ServiceId(ids.next()), name, medium);
    if (services.all(workspace).size() >= MOST)
      throw Refusal.conflict(
          "services-too-many", "There are too many services. Remove one that nobody needs.");
    unlessNameTaken(
        () ->
            database.in(
                workspace.value(),
                _ -> {
                  services.add(workspace, made);
                  promises.set(workspace, made.id(), ServicePromise.usual(zone));
                  record(user, "service.created", made.id(), name);
                  return made;
                }));
    tell(workspace);
    return made.id();
  }

  void change(CurrentUser user, ServiceId service, ServiceSettings wish) {
    var workspace = user.workspace();
    var name = ServiceRules.name(wish.name());
    unlessNameTaken(
        () ->
            database.in(
                workspace.value(),
                _ -> {
                  var before = administered(workspace, service);
                  requireKnown(workspace, wish);
                  services.change(workspace, ServiceRules.changed(before, wish, name));
                  promises.set(workspace, service, promise(wish));
                  teams.set(workspace, service, wish.teams());
                  needs.set(workspace, service, needed(service, wish));
                  record(user, "service.changed", service, name);
                  return service;
                }));
    tell(workspace);
  }

  private static ServicePromise promise(ServiceSettings wish) {
    return new ServicePromise(
        wish.hours(),
        new ServicePromise.Closed(wish.closed().english().strip(), wish.closed().arabic().strip()),
        Duration.ofMinutes(wish.silenceMinutes()),
        wish.promisePercent(),
        Duration.ofSeconds(wish.promiseSeconds()));
  }

  private static List<ServiceSkill> needed(ServiceId service, ServiceSettings wish) {
    return wish.skills().stream()
        .map(one -> new ServiceSkill(service, one.skill(), one.level()))
        .toList();
  }

  private void requireKnown(WorkspaceId workspace, ServiceSettings wish) {
    var known = allTeams.all(workspace).stream().map(Team::id).collect(Collectors.toSet());
    if (!known.containsAll(wish.teams()))
      throw Refusal.invalid("team-unknown", "There is no such team. Choose one of the list.");
    var skills =
        allSkills.all(workspace).stream()
            .filter(skill -> skill.kind() != Skill.Kind.SERVICE)
            .map(Skill::id)
            .collect(Collectors.toSet());
    if (!skills.containsAll(wish.skills().stream().map(NeededSkill::skill).toList()))
      throw Refusal.invalid(
          "service-skill-unknown", "There is no such skill. Choose one of the list.");
  }

  /// Only one that nothing needs, and that nothing ever came to.
  void remove(CurrentUser user, ServiceId service) {
    var workspace = user.workspace();
    try {
      database.in(
          workspace.value(),
          _ -> {
            var before = administered(workspace, service);
            if (!uses(workspace, service).isEmpty())
              throw Refusal.conflict(
                  "service-in-use",
                  "Something still needs this service. Give it another service first.");
            uses.forEach(one -> one.forget(workspace, service));
            services.remove(workspace, service);
            record(user, "service.removed", service, before.name());
            return service;
          });
    } catch (DataIntegrityViolationException _) {
      throw Refusal.conflict(
          "service-has-history",
          "Customers have come to this service already, and history names it. It stays; close it,"
              + " or rename it.");
    }
    tell(workspace);
  }

  private Service administered(WorkspaceId workspace, ServiceId service) {
    return services
        .find(workspace, service)
        .filter(one -> one.medium() != Medium.PREVIEW)
        .orElseThrow(Refusal::notFound);
  }

  private static void unlessNameTaken(Supplier<?> change) {
    try {
      var unused = change.get();
    } catch (DuplicateKeyException _) {
      throw Refusal.conflict(
          "service-name-taken", "Another service or campaign has this name. Choose another one.");
    }
  }

  private void record(CurrentUser user, String what, ServiceId service, String name) {
    audit.record(user.workspace(), user.user(), what, service.toString(), Map.of("name", name));
  }

  private void tell(WorkspaceId workspace) {
    listeners.forEach(listener -> listener.servicesChanged(workspace));
  }
}
