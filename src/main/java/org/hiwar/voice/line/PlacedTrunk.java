package org.hiwar.voice.line;

import org.hiwar.voice.sip.Trunk;

/// A trunk and its place among the workspace's: calls go out over the first that can do it.
public record PlacedTrunk(Trunk trunk, int position) {}
