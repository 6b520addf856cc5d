/// Tests of one protocol of browsers' legs.
@NullMarked
package org.hiwar.voice.webrtc.sdp;

import org.jspecify.annotations.NullMarked;
