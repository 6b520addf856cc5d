/// CHANNELS: telephony. Calls of customers and agents over SIP and in the browser.
@NullMarked
package org.hiwar.voice;

import org.jspecify.annotations.NullMarked;
