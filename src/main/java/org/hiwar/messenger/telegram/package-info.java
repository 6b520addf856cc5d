/// CHANNELS: Telegram by its Bot API. Owns no table. May use channel, conversation, contact,
/// workspace and platform.
///
/// Updates come by webhook, each with a secret that we have given to Telegram. A bot can answer,
/// but cannot write first, and is not told what becomes of its messages.
@NullMarked
package org.hiwar.messenger.telegram;

import org.jspecify.annotations.NullMarked;
