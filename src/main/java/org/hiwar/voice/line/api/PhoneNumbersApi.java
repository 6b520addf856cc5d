package org.hiwar.voice.line.api;

import java.util.List;
import java.util.Map;
import org.hiwar.platform.Ids;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.voice.line.CallLimitsStore;
import org.hiwar.voice.line.PhoneNumber;
import org.hiwar.voice.line.PhoneNumberId;
import org.hiwar.voice.line.PhoneNumberStore;
import org.hiwar.voice.line.TrunkStore;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.WorkspaceId;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The numbers by which the workspace is called, for administrators.
@RestController
@RequestMapping("/api/phone-numbers")
@Requires(Privilege.MANAGE_TELEPHONY)
class PhoneNumbersApi {
  private final Database database;
  private final PhoneNumberStore numbers;
  private final TrunkStore trunks;
  private final ServiceStore services;
  private final SkillStore skills;
  private final CallLimitsStore limits;
  private final AuditLog audit;
  private final Ids ids;

  PhoneNumbersApi(
      Database database,
      PhoneNumberStore numbers,
      TrunkStore trunks,
      ServiceStore services,
      SkillStore skills,
      CallLimitsStore limits,
      AuditLog audit,
      Ids ids) {
    this.database = database;
    this.numbers = numbers;
    this.trunks = trunks;
    this.services = services;
    this.skills = skills;
    this.limits = limits;
    this.audit = audit;
    this.ids = ids;
  }

  /// `language` null: any agent will do.
  record NumberView(
      PhoneNumberId id,
      TrunkId trunk,
      String number,
      ServiceId service,
      @Nullable String language) {
    static NumberView of(PhoneNumber number) {
      return new NumberView(
          number.id(), number.trunk(), number.number().text(), number.service(), number.language());
    }
  }

  /// `number` with the country's code, or as the provider sends it.
  record NewNumber(TrunkId trunk, String number, ServiceId service, @Nullable String language) {}

  /// Where the calls go from now on.
  record NumberChange(ServiceId service, @Nullable String language) {}

  @GetMapping
  List<NumberView> list(CurrentUser user) {
    return numbers.all(user.workspace()).stream().map(NumberView::of).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  NumberView create(CurrentUser user, @RequestBody NewNumber wish) {
    var workspace = user.workspace();
    var number =
        new PhoneNumber(
            new PhoneNumberId(ids.next()),
            wish.trunk(),
            LineRules.number(wish.number(), limits.of(workspace).country()),
            wish.service(),
            wish.language());
    return database.in(
        workspace.value(),
        _ -> {
          if (trunks.find(workspace, wish.trunk()).isEmpty())
            throw Refusal.invalid("trunk-unknown", "There is no such trunk. Choose one of yours.");
          requireKnown(workspace, wish.service(), wish.language());
          if (numbers.all(workspace).size() >= LineRules.NUMBERS)
            throw Refusal.conflict(
                "numbers-too-many", "There are too many numbers. Remove one first.");
          if (!numbers.add(workspace, number))
            throw Refusal.conflict(
                "number-taken", "This trunk has this number already. Change that one instead.");
          record(user, "phone-number.created", number);
          return NumberView.of(number);
        });
  }

  @PutMapping("/{number}")
  NumberView change(
      CurrentUser user, @PathVariable PhoneNumberId number, @RequestBody NumberChange wish) {
    var workspace = user.workspace();
    return database.in(
        workspace.value(),
        _ -> {
          var before = numbers.find(workspace, number).orElseThrow(Refusal::notFound);
          requireKnown(workspace, wish.service(), wish.language());
          var after =
              new PhoneNumber(
                  number, before.trunk(), before.number(), wish.service(), wish.language());
          numbers.redirect(workspace, after);
          record(user, "phone-number.changed", after);
          return NumberView.of(after);
        });
  }

  @DeleteMapping("/{number}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(CurrentUser user, @PathVariable PhoneNumberId number) {
    database.in(
        user.workspace().value(),
        _ -> {
          var before = numbers.find(user.workspace(), number).orElseThrow(Refusal::notFound);
          if (!numbers.remove(user.workspace(), number))
            throw Refusal.conflict(
                "number-shown",
                "A service shows this number when it calls. Choose another one there first.");
          record(user, "phone-number.removed", before);
          return number;
        });
  }

  private void requireKnown(WorkspaceId workspace, ServiceId service, @Nullable String language) {
    if (services.find(workspace, service).filter(one -> one.medium() == Medium.VOICE).isEmpty())
      throw Refusal.invalid(
          "service-unknown", "There is no such service for calls. Choose one of yours.");
    boolean spoken =
        language == null
            || skills.all(workspace).stream()
                .anyMatch(
                    skill -> skill.kind() == Skill.Kind.LANGUAGE && language.equals(skill.code()));
    if (!spoken)
      throw Refusal.invalid(
          "language-unspoken", "No agent here has this language as a skill. Choose another one.");
  }

  private void record(CurrentUser by, String what, PhoneNumber number) {
    audit.record(
        by.workspace(),
        by.user(),
        what,
        number.id().toString(),
        Map.of("number", number.number().text(), "service", number.service().toString()));
  }
}
