/// Reports of sender and receiver
/// ([RFC 3550 section 6](https://www.rfc-editor.org/rfc/rfc3550#section-6)): what we tell the far
/// end, and what both sides' reports say about the quality of a leg. Clocks of 8,000 Hz only.
@NullMarked
package org.hiwar.voice.webrtc.rtcp;

import org.jspecify.annotations.NullMarked;
