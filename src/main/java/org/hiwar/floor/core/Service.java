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
/// counts; zero: at once.
public record Service(
    ServiceId id,
    Medium medium,
    boolean prefersLevel,
    Duration priorityWorth,
    Duration offerFor,
    Duration wrapUpFor,
    boolean prefersLastAgent,
    Duration preferFor,
    Duration relaxAfter) {

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
