/// Tests of the audio of calls, and what they share: packets, tones, legs that keep what is sent.
@NullMarked
package org.hiwar.voice.media;

import org.jspecify.annotations.NullMarked;
