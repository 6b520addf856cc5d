package org.hiwar.workspace.users;

import java.util.List;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillId;
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

/// Skills and who has them, for administrators.
@RestController
@RequestMapping("/api/skills")
@Requires(Privilege.MANAGE_USERS)
class SkillsApi {
  private final Skills skills;
  private final SkillStore store;

  SkillsApi(Skills skills, SkillStore store) {
    this.skills = skills;
    this.store = store;
  }

  /// `code` is the tag of a language, null for other kinds. `people`: how many have it, those who
  /// have it by their team left out.
  record SkillView(SkillId id, Skill.Kind kind, @Nullable String code, String name, int people) {}

  /// With everybody who has it.
  record SkillDetail(
      SkillId id, Skill.Kind kind, @Nullable String code, String name, List<PersonLevel> people) {}

  /// A language. Without `people` nobody has it.
  record NewSkill(String code, String name, @Nullable List<PersonLevel> people) {}

  /// What is null stays; `people` are all who have it from then on.
  record SkillChange(@Nullable String name, @Nullable List<PersonLevel> people) {}

  /// In the order in which they were made.
  @GetMapping
  List<SkillView> list(CurrentUser user) {
    var counts = store.counts(user.workspace());
    return store.all(user.workspace()).stream()
        .map(
            one ->
                new SkillView(
                    one.id(), one.kind(), one.code(), one.name(), counts.getOrDefault(one.id(), 0)))
        .toList();
  }

  @GetMapping("/{skill}")
  SkillDetail read(CurrentUser user, @PathVariable SkillId skill) {
    return detail(
        user.workspace(), store.find(user.workspace(), skill).orElseThrow(Refusal::notFound));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  SkillDetail create(CurrentUser user, @RequestBody NewSkill wish) {
    var people = wish.people() == null ? List.<PersonLevel>of() : wish.people();
    return detail(user.workspace(), skills.create(user, wish.code(), wish.name(), people));
  }

  @PutMapping("/{skill}")
  SkillDetail change(CurrentUser user, @PathVariable SkillId skill, @RequestBody SkillChange wish) {
    return detail(user.workspace(), skills.change(user, skill, wish.name(), wish.people()));
  }

  /// Only of a skill that nobody has, and of no service's own.
  @DeleteMapping("/{skill}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(CurrentUser user, @PathVariable SkillId skill) {
    skills.remove(user, skill);
  }

  private SkillDetail detail(WorkspaceId workspace, Skill skill) {
    return new SkillDetail(
        skill.id(),
        skill.kind(),
        skill.code(),
        skill.name(),
        store.people(workspace, skill.id()).stream()
            .map(one -> new PersonLevel(one.user(), one.level()))
            .toList());
  }
}
