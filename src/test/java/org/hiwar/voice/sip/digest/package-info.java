@NullMarked
package org.hiwar.voice.sip.digest;

import org.jspecify.annotations.NullMarked;
