@NullMarked
package org.hiwar.voice.line;

import org.jspecify.annotations.NullMarked;
