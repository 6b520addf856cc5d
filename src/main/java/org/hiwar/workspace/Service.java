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
    boolean requiresDisposition) {

  /// The skill that its agents have.
  public SkillId skill() {
    return new SkillId(id.value());
  }
}
