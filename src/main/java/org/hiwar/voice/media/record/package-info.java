/// Recordings of calls: the agent left, the customer right.
///
/// What is said goes into a ring; one thread writes all recordings, each to a WAV file that says
/// what was recorded also after a crash. When a call has ended another thread makes an Ogg Opus
/// file of it and takes the WAV away. Names of files are given by who records; who was told, and
/// who may listen, is not decided here.
@NullMarked
package org.hiwar.voice.media.record;

import org.jspecify.annotations.NullMarked;
