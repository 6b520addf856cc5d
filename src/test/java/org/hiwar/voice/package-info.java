/// Telephony as a whole: tests that go through more than one of its parts.
@NullMarked
package org.hiwar.voice;

import org.jspecify.annotations.NullMarked;
