/// Tests of sound in memory and of reading files.
@NullMarked
package org.hiwar.voice.media.sound;

import org.jspecify.annotations.NullMarked;
