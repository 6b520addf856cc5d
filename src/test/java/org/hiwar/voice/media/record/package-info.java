/// Tests of recordings, one of them with a process that is killed.
@NullMarked
package org.hiwar.voice.media.record;

import org.jspecify.annotations.NullMarked;
