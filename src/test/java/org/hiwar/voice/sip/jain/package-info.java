@NullMarked
package org.hiwar.voice.sip.jain;

import org.jspecify.annotations.NullMarked;
