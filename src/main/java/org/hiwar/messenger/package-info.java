/// CHANNELS: what messengers have in common: requests to providers within limits, signatures,
/// texts. Each messenger is a package below. Owns the tables `messenger_heard`
/// and `messenger_file`. May use channel,
/// conversation, contact, workspace and platform.
@NullMarked
package org.hiwar.messenger;

import org.jspecify.annotations.NullMarked;
