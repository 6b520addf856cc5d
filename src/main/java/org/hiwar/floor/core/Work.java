package org.hiwar.floor.core;

import java.time.Instant;
import java.util.List;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// An interaction to handle, or a calling record to preview, as it arrived. Never changes, except
/// that an agent who gives it away may give it another service.
///
/// `skills`: what it needs beside the skill of its service, such as a language; kept sorted, each
/// once; empty: nothing. `priority`: points, each worth a head start in time
/// (`Service.priorityWorth`). `preferred`: the agent who had this customer last, or who owns the
/// open conversation that this work `continues`, or for whom alone a record is. `conversation`:
/// work with the same number belongs together, and an agent who has several pieces of it wraps them
/// up together; 0: it belongs to nothing. `gift`: an agent has given it away, and nobody has
/// accepted it yet; null: nobody has, or there is nothing to remember of it.
public record Work(
    WorkId id,
    ServiceId service,
    Medium medium,
    List<SkillId> skills,
    int priority,
    Instant arrivedAt,
    @Nullable UserId preferred,
    boolean continues,
    long conversation,
    @Nullable Gift gift) {

  public Work {
    if (skills.size() > Limits.SKILLS_OF_WORK)
      throw new IllegalArgumentException("needs more skills than the limit: " + id);
    if (priority < 0 || priority > Limits.PRIORITY)
      throw new IllegalArgumentException("priority " + priority + " of " + id);
    if (continues && preferred == null)
      throw new IllegalArgumentException("continues nobody's conversation: " + id);
    skills = skills.size() < 2 ? List.copyOf(skills) : skills.stream().distinct().sorted().toList();
  }

  /// Work that nobody has given away.
  public Work(
      WorkId id,
      ServiceId service,
      Medium medium,
      List<SkillId> skills,
      int priority,
      Instant arrivedAt,
      @Nullable UserId preferred,
      boolean continues,
      long conversation) {
    this(
        id, service, medium, skills, priority, arrivedAt, preferred, continues, conversation, null);
  }

  /// Work that belongs to nothing.
  public Work(
      WorkId id,
      ServiceId service,
      Medium medium,
      List<SkillId> skills,
      int priority,
      Instant arrivedAt,
      @Nullable UserId preferred,
      boolean continues) {
    this(id, service, medium, skills, priority, arrivedAt, preferred, continues, 0);
  }

  public Work in(long other) {
    return new Work(
        id, service, medium, skills, priority, arrivedAt, preferred, continues, other, gift);
  }

  boolean belongsWith(Work other) {
    return conversation != 0 && conversation == other.conversation;
  }

  /// Work that needs nothing special, prefers nobody and belongs to nothing.
  public static Work plain(WorkId id, ServiceId service, Medium medium, Instant arrivedAt) {
    return new Work(id, service, medium, List.of(), 0, arrivedAt, null, false);
  }

  /// Before rank: mails with more points go before all with fewer, however long those wait. Other
  /// media have none, as somebody waits at the other end.
  int precedence(Service rules) {
    return medium == Medium.EMAIL ? rules.precedence() + priority : 0;
  }

  /// Work is served by rank, the smallest first. Of mails it is the moment until which the service
  /// has promised an answer. Priority is a head start in time, so a rank never
  /// changes while the work waits: age needs no sorting again, and what comes back keeps its place
  /// by construction.
  Instant rank(Service rules) {
    if (medium == Medium.EMAIL) return arrivedAt.plus(rules.answerWithin());
    int points = priority + rules.precedence();
    return points == 0 ? arrivedAt : arrivedAt.minus(rules.priorityWorth().multipliedBy(points));
  }

  /// The same for whoever has postponed it. It comes back like other work, within their capacity.
  Work keptFor(UserId agent) {
    return new Work(id, service, medium, skills, priority, arrivedAt, agent, false, conversation);
  }

  Work to(ServiceId other, @Nullable Gift given) {
    return new Work(
        id, other, medium, skills, priority, arrivedAt, null, false, conversation, given);
  }

  Work accepted() {
    return new Work(
        id, service, medium, skills, priority, arrivedAt, preferred, continues, conversation);
  }
}
