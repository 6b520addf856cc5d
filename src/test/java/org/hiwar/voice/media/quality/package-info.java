/// Tests of what is said about the quality of a call.
@NullMarked
package org.hiwar.voice.media.quality;

import org.jspecify.annotations.NullMarked;
