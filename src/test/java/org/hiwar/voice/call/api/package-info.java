@NullMarked
package org.hiwar.voice.call.api;

import org.jspecify.annotations.NullMarked;
