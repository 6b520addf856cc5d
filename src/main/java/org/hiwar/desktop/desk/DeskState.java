package org.hiwar.desktop.desk;

import java.util.List;
import org.hiwar.desktop.wire.ConversationView;
import org.hiwar.desktop.wire.PresenceView;

/// What a desk shows once all events up to `offset` are applied. `desk` names this life of the
/// desk: offsets of another one mean nothing.
public record DeskState(
    String desk, long offset, PresenceView presence, List<ConversationView> conversations) {}
