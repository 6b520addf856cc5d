package org.hiwar.conversation;

import java.util.List;
import java.util.Optional;

/// Some activities, newest first, and where the next page begins; empty: there is none.
public record ActivityPage(List<Activity> items, Optional<ActivityCursor> next) {}
