package org.hiwar.conversation;

/// Somebody in front of a web page.
///
/// @param channel of the chats of pages
/// @param visitor their address on it
public record PageVisitor(String channel, String visitor) {}
