package org.hiwar.app.wiring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hiwar.conversation.Arrival;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.floor.OpenWork;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Interactions that came in, as work for the floor: a language becomes the skill to speak it.
final class ArrivingWork implements OpenWork {
  private static final Duration KEPT = Duration.ofSeconds(5);

  private final SkillStore skills;
  private final InteractionStore interactions;
  private final Map<WorkspaceId, Languages> languages = new ConcurrentHashMap<>();

  private record Languages(Map<String, SkillId> byTag, long readAt) {
    boolean fresh() {
      return System.nanoTime() - readAt < KEPT.toNanos();
    }
  }

  ArrivingWork(SkillStore skills, InteractionStore interactions) {
    this.skills = skills;
    this.interactions = interactions;
  }

  /// Whether `of` answers without asking the database.
  boolean knows(WorkspaceId workspace) {
    var known = languages.get(workspace);
    return known != null && known.fresh();
  }

  Work of(WorkspaceId workspace, Arrival arrival) {
    return new Work(
        new WorkId(arrival.interaction().value()),
        arrival.service(),
        arrival.medium(),
        needed(workspace, arrival.language()),
        0,
        arrival.arrivedAt(),
        preferred(arrival),
        arrival.continuesOpenConversation(),
        arrival.conversation().value());
  }

  @Override
  public List<Work> open(WorkspaceId workspace) {
    return interactions.waiting(workspace).stream().map(arrival -> of(workspace, arrival)).toList();
  }

  private static @Nullable UserId preferred(Arrival arrival) {
    return arrival.continuesOpenConversation() ? arrival.owner() : arrival.lastAgent();
  }

  /// A language that no skill of the workspace stands for is not asked for.
  private List<SkillId> needed(WorkspaceId workspace, @Nullable String language) {
    if (language == null) return List.of();
    var skill = languages(workspace).get(language);
    return skill == null ? List.of() : List.of(skill);
  }

  private Map<String, SkillId> languages(WorkspaceId workspace) {
    var known = languages.get(workspace);
    if (known != null && known.fresh()) return known.byTag();
    var read =
        skills.all(workspace).stream()
            .filter(s -> s.kind() == Skill.Kind.LANGUAGE && s.code() != null)
            .collect(Collectors.toMap(s -> String.valueOf(s.code()), Skill::id, (one, _) -> one));
    languages.put(workspace, new Languages(read, System.nanoTime()));
    return read;
  }
}
