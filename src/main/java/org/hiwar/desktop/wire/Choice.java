package org.hiwar.desktop.wire;

import org.jspecify.annotations.Nullable;

/// Something to choose from a configured list. `name` is null for what Hiwar brings and nobody has
/// renamed: then `code` names it and the screens translate that.
public record Choice(String id, @Nullable String name, @Nullable String code) {}
