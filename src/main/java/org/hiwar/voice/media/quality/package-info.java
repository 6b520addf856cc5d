/// What is said to people about how a call sounds, from what is counted of its packets.
@NullMarked
package org.hiwar.voice.media.quality;

import org.jspecify.annotations.NullMarked;
