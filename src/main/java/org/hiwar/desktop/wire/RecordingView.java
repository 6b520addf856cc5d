package org.hiwar.desktop.wire;

import java.time.Instant;

/// A recording of a call, to be asked for by its `id`.
public record RecordingView(String id, Instant began, double seconds) {}
