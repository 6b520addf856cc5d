/// Playing sound to a line, once or again and again, and the one thread that does it for all.
@NullMarked
package org.hiwar.voice.media.play;

import org.jspecify.annotations.NullMarked;
