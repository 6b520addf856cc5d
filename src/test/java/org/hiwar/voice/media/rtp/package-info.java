/// Tests of the legs over UDP, with real sockets on loopback.
@NullMarked
package org.hiwar.voice.media.rtp;

import org.jspecify.annotations.NullMarked;
