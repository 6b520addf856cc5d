/// Tests of one protocol of browsers' legs.
@NullMarked
package org.hiwar.voice.webrtc.srtp;

import org.jspecify.annotations.NullMarked;
