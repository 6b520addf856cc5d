package org.hiwar.floor.core;

import java.time.Duration;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;

/// The rules of one service, as its floor needs them.
///
/// `prefersLevel`: the most skilled agent first, not the one idle longest. `priorityWorth`: the
/// head start that one point of priority gives. `offerFor`: how long an offer stands. `wrapUpFor`:
/// the longest wrap-up; zero: none. `prefersLastAgent`, `preferFor`: work waits that long for the
/// agent who had the customer last. `relaxAfter`: after this wait only the skill of the service
/// counts; zero: at once. `pulled`: work is not offered but waits in a list until somebody takes
/// it; what waits for one agent alone is offered to them all the same. `precedence`: mails of a
/// service with a higher one go first, other work has that many points of priority more;
/// `answerWithin`: of mails with the same precedence, those go
/// first whose time is over first. `most`: so many pieces of it an agent has at once, beside what
/// continues a conversation of theirs; zero: as many as there is room for.
public record Service(
    ServiceId id,
    Medium medium,
    boolean prefersLevel,
    Duration priorityWorth,
    Duration offerFor,
    Duration wrapUpFor,
    boolean prefersLastAgent,
    Duration preferFor,
    Duration relaxAfter,
    boolean pulled,
    int precedence,
    Duration answerWithin,
    int most) {

  static final Duration DAY = Duration.ofDays(1);

  /// A service of which agents have as much as there is room for.
  public Service(
      ServiceId id,
      Medium medium,
      boolean prefersLevel,
      Duration priorityWorth,
      Duration offerFor,
      Duration wrapUpFor,
      boolean prefersLastAgent,
      Duration preferFor,
      Duration relaxAfter,
      boolean pulled,
      int precedence,
      Duration answerWithin) {
    this(
        id,
        medium,
        prefersLevel,
        priorityWorth,
        offerFor,
        wrapUpFor,
        prefersLastAgent,
        preferFor,
        relaxAfter,
        pulled,
        precedence,
        answerWithin,
        0);
  }

  /// A service whose work is offered, without precedence, and answered within a day.
  public Service(
      ServiceId id,
      Medium medium,
      boolean prefersLevel,
      Duration priorityWorth,
      Duration offerFor,
      Duration wrapUpFor,
      boolean prefersLastAgent,
      Duration preferFor,
      Duration relaxAfter) {
    this(
        id,
        medium,
        prefersLevel,
        priorityWorth,
        offerFor,
        wrapUpFor,
        prefersLastAgent,
        preferFor,
        relaxAfter,
        false,
        0,
        DAY);
  }

  /// A service with the usual rules: 20 s to answer, 1 minute of wrap-up, other skills relaxed
  /// after 30 s.
  public static Service usual(ServiceId id, Medium medium) {
    return new Service(
        id,
        medium,
        false,
        Duration.ofSeconds(60),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        false,
        Duration.ZERO,
        Duration.ofSeconds(30));
  }
}
