package org.hiwar.workspace;

/// One customer organisation of this installation. `slug` names it in addresses and at log-in.
public record Workspace(WorkspaceId id, String slug, String name) {}
