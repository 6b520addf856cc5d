/// Signalling against real peers: sipp, baresip, and a second endpoint of ours.
@NullMarked
package org.hiwar.voice.sip;

import org.jspecify.annotations.NullMarked;
