package org.hiwar.desktop.wire;

/// A conversation in which the agent was a guest, or asked to be, and that has left their desk: as
/// it was shown last, without its messages. `offset` is of the event that said so.
public record OutView(
    long offset, ConversationView conversation, DeskEvent.ConversationRemoved.Why why) {}
