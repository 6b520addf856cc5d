@NullMarked
package org.hiwar.voice.sdp;

import org.jspecify.annotations.NullMarked;
