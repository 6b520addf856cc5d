/// Tests of one protocol of browsers' legs.
@NullMarked
package org.hiwar.voice.webrtc.dtls;

import org.jspecify.annotations.NullMarked;
