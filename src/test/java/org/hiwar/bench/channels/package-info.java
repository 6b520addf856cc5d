/// Channels by accounts measured: what comes in by webhooks and SMPP until it is on the agents'
/// screens, mailboxes that are fetched, recognition among a million contacts, and hostile HTML.
@NullMarked
package org.hiwar.bench.channels;

import org.jspecify.annotations.NullMarked;
