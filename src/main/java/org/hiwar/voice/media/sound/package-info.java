/// Sound in memory: what prompts, music and tones are made of, and how files become it.
@NullMarked
package org.hiwar.voice.media.sound;

import org.jspecify.annotations.NullMarked;
