package org.hiwar.desktop.desk;

import java.util.List;
import org.hiwar.desktop.wire.ConversationView;
import org.hiwar.desktop.wire.OutView;
import org.hiwar.desktop.wire.PresenceView;
import org.hiwar.desktop.wire.PreviewView;
import org.hiwar.desktop.wire.SideCallView;
import org.jspecify.annotations.Nullable;

/// What a desk shows once all events up to `offset` are applied. `desk` names this life of the
/// desk: offsets of another one mean nothing. `sideCall` is null when the agent has none;
/// `previews` are none or one; `outs` are what the agent was a guest in until less than a minute
/// ago.
public record DeskState(
    String desk,
    long offset,
    PresenceView presence,
    @Nullable SideCallView sideCall,
    List<PreviewView> previews,
    List<ConversationView> conversations,
    List<OutView> outs) {}
