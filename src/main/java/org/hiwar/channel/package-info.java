/// CHANNELS' GROUND: what SMS, email and messengers have in common.
///
/// Owns the tables `channel_account`, `inbound_item`, `item_sweep` and `approved_template`. May use
/// conversation, contact, workspace and platform. A channel is one package beside this one with one
/// class that implements [Channel]; nothing else has to know of it.
///
/// ## The way in
///
/// A line (an SMPP session, a mailbox, a webhook) hands what it received to the [Inbox], as it
/// came. The inbox answers when the item is in the database: only then is the provider told that we
/// have it. Items are then read ([Channel#read]) and taken in, in the order in which they came;
/// what cannot be read is set aside with its reason, and nothing is ever thrown away.
///
/// ## The way out
///
/// A message that an agent writes is stored together with its row of `delivery`, which conversation
/// owns; the outbox sends it ([Channel#send]), at least once, and again while that makes sense.
/// States of delivery only go forwards.
///
/// Some providers let, at times, nothing through but texts that they have approved ([Approving]).
/// Then a message goes out as an [ApprovedTemplate] with its parameters: its row of `delivery` has
/// them, and its text is what the customer reads.
@NullMarked
package org.hiwar.channel;

import org.jspecify.annotations.NullMarked;
