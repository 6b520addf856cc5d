/// CHANNELS: a channel that another system brings along, by webhooks both ways;
/// docs/webhook-channel.md describes it for those who connect one. Owns no table. May use channel,
/// conversation, contact, workspace and platform.
@NullMarked
package org.hiwar.messenger.webhook;

import org.jspecify.annotations.NullMarked;
