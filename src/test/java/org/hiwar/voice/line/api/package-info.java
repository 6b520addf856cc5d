@NullMarked
package org.hiwar.voice.line.api;

import org.jspecify.annotations.NullMarked;
