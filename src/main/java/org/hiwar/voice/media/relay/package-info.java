/// Who hears what: lines, which are legs with one continuous stream out whatever plays, and
/// bridges, which join two of them packet by packet.
@NullMarked
package org.hiwar.voice.media.relay;

import org.jspecify.annotations.NullMarked;
