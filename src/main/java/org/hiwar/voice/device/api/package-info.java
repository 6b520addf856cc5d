/// The telephones of users over HTTP, for administrators. May use voice.device, voice.sip,
/// workspace and platform.
@NullMarked
package org.hiwar.voice.device.api;

import org.jspecify.annotations.NullMarked;
