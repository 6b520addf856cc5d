package org.hiwar.workspace;

import java.util.List;
import java.util.Set;

/// Whose work somebody who supervises sees and joins.
public sealed interface Sight {
  /// Everybody's, and that of agents without a team.
  record Everybody() implements Sight {}

  /// That of these teams.
  ///
  /// @param teams by name; empty: there is none, and nothing is seen
  /// @param agents who is in them
  record OfTeams(List<Team> teams, Set<UserId> agents) implements Sight {
    public OfTeams {
      teams = List.copyOf(teams);
      agents = Set.copyOf(agents);
    }
  }
}
