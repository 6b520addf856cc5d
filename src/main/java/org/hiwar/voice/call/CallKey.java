package org.hiwar.voice.call;

import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.WorkspaceId;

/// A call, unlike every other of the installation.
record CallKey(WorkspaceId workspace, InteractionId interaction) {}
