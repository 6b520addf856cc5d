/// Tests of keys.
@NullMarked
package org.hiwar.voice.media.keys;

import org.jspecify.annotations.NullMarked;
