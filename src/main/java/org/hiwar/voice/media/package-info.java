/// Audio of calls, packet by packet: what a leg is, bridging two legs, mixing more, playing and
/// recording. No signalling, no database; sockets and clocks come through constructors.
///
/// G.711 at 8,000 Hz all the way, 20 ms or 160 samples to a packet; nothing is transcoded but
/// A-law to µ-law.
@NullMarked
package org.hiwar.voice.media;

import org.jspecify.annotations.NullMarked;
