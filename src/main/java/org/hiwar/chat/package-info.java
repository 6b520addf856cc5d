/// CHANNELS: web chat, the server's side of the widget.
///
/// Owns the tables `chat_entry` and `chat_left`. May use conversation, contact, workspace and
/// platform; never the floor: a chat's first message is an arrival that the floor hears of, that a
/// customer left is told through [org.hiwar.conversation.Departures], and what the floor decided is
/// heard as [org.hiwar.conversation.InteractionListener].
///
/// Publishes [org.hiwar.conversation.TypingListener]. Desks tell a customer that the agent types by
/// [Visitors#agentTypes].
///
/// A socket is told what happened by one drain of its own, in the order in which it was committed:
/// it is entered into [Visitors] before its snapshot is read, what is published meanwhile waits,
/// and numbers that the snapshot had are left out. So nothing is missed and nothing comes twice.
@NullMarked
package org.hiwar.chat;

import org.jspecify.annotations.NullMarked;
