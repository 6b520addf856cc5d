/// Tests of lines and bridges.
@NullMarked
package org.hiwar.voice.media.relay;

import org.jspecify.annotations.NullMarked;
