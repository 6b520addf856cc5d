/// CHANNELS: text messages by SMS, over SMPP or over HTTP of a provider.
///
/// Owns the tables `sms_long`, `sms_part` and `sms_segment`: long messages that come in parts, and
/// what became of the parts that went out. May use channel, conversation, contact, workspace and
/// platform.
@NullMarked
package org.hiwar.sms;

import org.jspecify.annotations.NullMarked;
