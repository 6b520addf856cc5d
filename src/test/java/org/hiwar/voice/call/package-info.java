/// Tests of calls.
@NullMarked
package org.hiwar.voice.call;

import org.jspecify.annotations.NullMarked;
