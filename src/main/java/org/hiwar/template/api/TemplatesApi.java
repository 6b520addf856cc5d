package org.hiwar.template.api;

import java.util.List;
import java.util.Map;
import org.hiwar.platform.Ids;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.template.Template;
import org.hiwar.template.TemplateId;
import org.hiwar.template.TemplateLimits;
import org.hiwar.template.TemplateStore;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
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

/// The templates of a workspace, for administrators.
@RestController
@RequestMapping("/api/templates")
@Requires(Privilege.MANAGE_CHANNELS)
class TemplatesApi {
  private final Database database;
  private final TemplateStore templates;
  private final TemplateRules rules;
  private final AuditLog audit;
  private final Ids ids;

  TemplatesApi(
      Database database, TemplateStore templates, TemplateRules rules, AuditLog audit, Ids ids) {
    this.database = database;
    this.templates = templates;
    this.rules = rules;
    this.audit = audit;
    this.ids = ids;
  }

  /// @param version of the template that was looked at
  record TemplateChange(long version, TemplateWish template) {}

  @GetMapping
  List<Template> list(CurrentUser user) {
    return templates.all(user.workspace());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Template create(CurrentUser user, @RequestBody TemplateWish wish) {
    var place = new TemplateRules.Place(user.workspace(), new TemplateId(ids.next()), 1);
    var template = rules.template(place, wish);
    return database.in(
        user.workspace().value(),
        _ -> {
          if (templates.all(user.workspace()).size() >= TemplateLimits.TEMPLATES)
            throw Refusal.conflict(
                "templates-too-many",
                "There are " + TemplateLimits.TEMPLATES + " templates. Remove one first.");
          if (!templates.add(user.workspace(), template)) throw shortcutTaken();
          record(user, "template.created", template);
          return template;
        });
  }

  @PutMapping("/{template}")
  Template change(
      CurrentUser user, @PathVariable TemplateId template, @RequestBody TemplateChange wish) {
    var before = find(user, template);
    if (before.version() != wish.version()) throw changed();
    var place = new TemplateRules.Place(user.workspace(), template, wish.version());
    var after = rules.template(place, wish.template());
    database.in(
        user.workspace().value(),
        _ -> {
          if (templates.isTaken(user.workspace(), after)) throw shortcutTaken();
          if (!templates.change(user.workspace(), after)) throw changed();
          record(user, "template.changed", after);
          return after;
        });
    return find(user, template);
  }

  @DeleteMapping("/{template}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(CurrentUser user, @PathVariable TemplateId template) {
    var before = find(user, template);
    database.in(
        user.workspace().value(),
        _ -> {
          if (!templates.remove(user.workspace(), template)) throw Refusal.notFound();
          record(user, "template.removed", before);
          return template;
        });
  }

  private Template find(CurrentUser user, TemplateId template) {
    return templates.find(user.workspace(), template).orElseThrow(Refusal::notFound);
  }

  private static Refusal shortcutTaken() {
    return Refusal.conflict(
        "template-shortcut-taken",
        "Another template has this shortcut. Change that one, or use another shortcut.");
  }

  private static Refusal changed() {
    return Refusal.conflict(
        "changed",
        "Somebody else has changed this in the meantime. Look at it again, then repeat your"
            + " change.");
  }

  private void record(CurrentUser by, String what, Template template) {
    audit.record(
        by.workspace(),
        by.user(),
        what,
        template.id().toString(),
        Map.of("name", template.name(), "shortcut", template.shortcut()));
  }
}
