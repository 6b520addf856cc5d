package org.hiwar.workspace.access;

/// `demoPasswords`: whether the published passwords of the demo workspace let anybody in. Only
/// while nobody but this machine can reach the server.
public record AccessPolicy(boolean demoPasswords) {}
