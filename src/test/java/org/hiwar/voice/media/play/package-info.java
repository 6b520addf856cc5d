/// Tests of playing.
@NullMarked
package org.hiwar.voice.media.play;

import org.jspecify.annotations.NullMarked;
