/// Three and more parties: everyone hears a mixture of the others, as a matrix of gains says.
@NullMarked
package org.hiwar.voice.media.mix;

import org.jspecify.annotations.NullMarked;
