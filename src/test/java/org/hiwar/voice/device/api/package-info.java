@NullMarked
package org.hiwar.voice.device.api;

import org.jspecify.annotations.NullMarked;
