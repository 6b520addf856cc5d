package org.hiwar.workspace;

/// A group of users that is led and looked at together; by whom, `TeamSupervisorStore` knows.
public record Team(TeamId id, String name) {}
