/// Telephony for administrators, over HTTP: what they may write, with a sentence for what they may
/// not, and what is wrong with a trunk in words. Owns no table; every change is in the audit log.
@NullMarked
package org.hiwar.voice.line.api;

import org.jspecify.annotations.NullMarked;
