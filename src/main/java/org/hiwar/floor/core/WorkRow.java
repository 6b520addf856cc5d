package org.hiwar.floor.core;

/// A piece of work as it is stored.
public record WorkRow(Work work, WorkState state) {}
