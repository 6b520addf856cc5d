package org.hiwar.workspace.users;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserSkill;

/// What may be said of skills and levels, with the sentence for whoever tried something else.
final class SkillRules {
  private static final int BEST = 100;
  private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}");

  private SkillRules() {}

  /// What `user` is to have. `known` are the skills that there are.
  static List<UserSkill> of(UserId user, List<SkillLevel> wish, Set<SkillId> known) {
    requireOnce(wish.stream().map(SkillLevel::skill).toList());
    return wish.stream()
        .map(one -> new UserSkill(user, known(one.skill(), known), level(one.level())))
        .toList();
  }

  /// Who is to have `skill`. `known` are the users that there are.
  static List<UserSkill> of(SkillId skill, List<PersonLevel> wish, Set<UserId> known) {
    requireOnce(wish.stream().map(PersonLevel::user).toList());
    if (!wish.stream().allMatch(one -> known.contains(one.user())))
      throw Refusal.invalid("user-unknown", "There is no such user. Choose one of the list.");
    return wish.stream().map(one -> new UserSkill(one.user(), skill, level(one.level()))).toList();
  }

  /// The tag of a language, in small letters.
  static String tag(String code) {
    var tag = code.strip().toLowerCase(Locale.ROOT);
    if (!TAG.matcher(tag).matches())
      throw Refusal.invalid(
          "language-tag-invalid", "This is no tag of a language. Write one such as ar or en.");
    return tag;
  }

  private static SkillId known(SkillId skill, Set<SkillId> known) {
    if (!known.contains(skill))
      throw Refusal.invalid("skill-unknown", "There is no such skill. Choose one of the list.");
    return skill;
  }

  private static int level(int level) {
    if (level < 1 || level > BEST)
      throw Refusal.invalid(
          "skill-level-invalid", "A level is a whole number from 1 to " + BEST + ". Correct it.");
    return level;
  }

  private static void requireOnce(Collection<?> ids) {
    if (new HashSet<>(ids).size() != ids.size())
      throw Refusal.invalid(
          "skill-twice", "One of them is named twice. Leave one out and save again.");
  }
}
