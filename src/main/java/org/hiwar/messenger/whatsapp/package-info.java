/// CHANNELS: WhatsApp by the Cloud API of its maker. Owns no table. May use channel, conversation,
/// contact, workspace and platform.
///
/// Deliveries come by webhook, signed over their bytes; each is kept whole and read afterwards. A
/// customer is known by the number or, where WhatsApp hides it, by an identity that holds for one
/// business only.
@NullMarked
package org.hiwar.messenger.whatsapp;

import org.jspecify.annotations.NullMarked;
