/// Tests of one protocol of browsers' legs.
@NullMarked
package org.hiwar.voice.webrtc.rtcp;

import org.jspecify.annotations.NullMarked;
