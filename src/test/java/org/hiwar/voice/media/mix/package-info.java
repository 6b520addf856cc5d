/// Tests of the mixer: who hears which tone.
@NullMarked
package org.hiwar.voice.media.mix;

import org.jspecify.annotations.NullMarked;
