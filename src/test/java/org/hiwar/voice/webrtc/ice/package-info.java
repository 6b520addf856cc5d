/// Tests of one protocol of browsers' legs.
@NullMarked
package org.hiwar.voice.webrtc.ice;

import org.jspecify.annotations.NullMarked;
