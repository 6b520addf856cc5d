package org.hiwar.chat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Agents' names as customers see them, remembered for a minute: a message is shown within
/// milliseconds, and the name of its author does not change between two of them.
@Component
class AgentNames {
  private static final Logger LOG = LoggerFactory.getLogger(AgentNames.class);
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final UserStore users;
  private final Map<Agent, Known> known = new ConcurrentHashMap<>();

  private record Agent(WorkspaceId workspace, UserId user) {}

  private record Known(String name, long at) {}

  AgentNames(UserStore users) {
    this.users = users;
  }

  /// Empty for an unknown agent, or when the database cannot be asked just now.
  Optional<String> of(WorkspaceId workspace, UserId user) {
    var agent = new Agent(workspace, user);
    var remembered = known.get(agent);
    if (remembered != null && System.nanoTime() - remembered.at() < FRESH.toNanos())
      return Optional.of(remembered.name());
    try {
      var name = Optional.ofNullable(users.names(workspace, List.of(user)).get(user));
      name.ifPresent(n -> known.put(agent, new Known(n, System.nanoTime())));
      return name;
    } catch (DataAccessException | TransactionException e) {
      LOG.debug("an agent's name could not be read", e);
      return Optional.ofNullable(remembered).map(Known::name);
    }
  }
}
