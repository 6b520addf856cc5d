package org.hiwar.workspace;

import java.time.Duration;

/// What customers ask for and agents are assigned to; its queue is the waiting work. Who may serve
/// it has the skill of the same id.
///
/// - `prefersLevel`: the best agent first, else the one idle longest.
/// - `priorityWorth`: how long waiting one step of priority is worth.
/// - `offer`: how long an offer rings. `wrapUp`: how long after-call work lasts (zero: none).
/// - `prefersLastAgent`: work waits up to `preferFor` for the agent who served the customer last.
/// - `relaxAfter`: after this wait the language no longer has to match.
/// - `inactivity`: a chat in which nobody writes for so long is ended.
/// - `abandonAfter`: a waiting customer whose page is gone for so long has left.
/// - `pulled`: agents take its mails out of a list instead of being offered them.
/// - `precedence`: its mails go before those of services with less; other work has that many points
///   of priority more. `answerWithin`: the promise by
///   which mails of the same precedence are put in order, as soon as possible after they arrived.
/// - `most`: so many pieces of its work one agent is given at once; zero: as many as there is room
///   for.
public record Service(
    ServiceId id,
    String name,
    Medium medium,
    boolean prefersLevel,
    Duration priorityWorth,
    Duration offer,
    Duration wrapUp,
    boolean prefersLastAgent,
    Duration preferFor,
    Duration relaxAfter,
    Duration inactivity,
    Duration abandonAfter,
    boolean requiresDisposition,
    boolean pulled,
    int precedence,
    Duration answerWithin,
    int most) {

  /// What is promised of mails when nothing is said.
  public static final Duration USUAL_ANSWER = Duration.ofDays(1);

  /// A service of which agents have as much as there is room for.
  public Service(
      ServiceId id,
      String name,
      Medium medium,
      boolean prefersLevel,
      Duration priorityWorth,
      Duration offer,
      Duration wrapUp,
      boolean prefersLastAgent,
      Duration preferFor,
      Duration relaxAfter,
      Duration inactivity,
      Duration abandonAfter,
      boolean requiresDisposition,
      boolean pulled,
      int precedence,
      Duration answerWithin) {
    this(
        id,
        name,
        medium,
        prefersLevel,
        priorityWorth,
        offer,
        wrapUp,
        prefersLastAgent,
        preferFor,
        relaxAfter,
        inactivity,
        abandonAfter,
        requiresDisposition,
        pulled,
        precedence,
        answerWithin,
        0);
  }

  /// A service whose work is offered, without precedence, and answered within a day.
  public Service(
      ServiceId id,
      String name,
      Medium medium,
      boolean prefersLevel,
      Duration priorityWorth,
      Duration offer,
      Duration wrapUp,
      boolean prefersLastAgent,
      Duration preferFor,
      Duration relaxAfter,
      Duration inactivity,
      Duration abandonAfter,
      boolean requiresDisposition) {
    this(
        id,
        name,
        medium,
        prefersLevel,
        priorityWorth,
        offer,
        wrapUp,
        prefersLastAgent,
        preferFor,
        relaxAfter,
        inactivity,
        abandonAfter,
        requiresDisposition,
        false,
        0,
        USUAL_ANSWER);
  }

  /// The skill that its agents have.
  public SkillId skill() {
    return new SkillId(id.value());
  }
}
