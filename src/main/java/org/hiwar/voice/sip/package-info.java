/// Signalling over SIP in words of our own: trunks and phones, calls and what happens to them.
///
/// [RFC 3261](https://www.rfc-editor.org/rfc/rfc3261) with offers and answers of RFC 3264, REFER of
/// RFC 3515, digests of RFC 8760. The implementation is in `jain`; no type of its library is seen
/// here. No database: trunks and phones are looked up through [org.hiwar.voice.sip.Trunks] and
/// [org.hiwar.voice.sip.PhoneDirectory].
@NullMarked
package org.hiwar.voice.sip;

import org.jspecify.annotations.NullMarked;
