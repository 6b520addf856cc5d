/// What agents telephone with: the SIP phones that are registered here, and each agent's choice of
/// browser, phone or number.
///
/// Owns the tables `sip_phone` and `agent_device`. Tells `voice.sip` which phones may register
/// ([org.hiwar.voice.device.PhoneBook]). May use workspace and platform.
@NullMarked
package org.hiwar.voice.device;

import org.jspecify.annotations.NullMarked;
