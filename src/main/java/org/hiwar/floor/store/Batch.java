package org.hiwar.floor.store;

import java.time.Instant;
import java.util.List;
import org.hiwar.floor.core.AgentRow;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.Outcome;
import org.hiwar.floor.core.WorkRow;

/// One transaction. `number` grows by one with each commit of a workspace, whoever owns it.
public record Batch(
    long epoch,
    long number,
    Instant at,
    List<Event> events,
    List<AgentRow> agents,
    List<WorkRow> work,
    List<Given> answers) {

  /// The answer given to the command with this idempotency key.
  public record Given(String key, Answer answer) {}

  public Batch(long epoch, long number, Instant at, Outcome outcome, List<Given> answers) {
    this(epoch, number, at, outcome.events(), outcome.agents(), outcome.work(), answers);
  }

  /// There is nothing to make durable.
  public boolean empty() {
    return events.isEmpty() && agents.isEmpty() && work.isEmpty() && answers.isEmpty();
  }
}
