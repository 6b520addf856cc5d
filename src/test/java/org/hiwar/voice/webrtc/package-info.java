/// Tests of browsers' legs: protocol by protocol with a browser written here, and the whole with a
/// real one.
@NullMarked
package org.hiwar.voice.webrtc;

import org.jspecify.annotations.NullMarked;
