/// Session descriptions of plain telephone audio: reading what the other side wrote, within limits,
/// and writing our own. Nothing that was read is ever sent on, except the kinds of lines that an
/// answer has to decline one by one.
///
/// [RFC 8866](https://www.rfc-editor.org/rfc/rfc8866) is the form,
/// [RFC 3264](https://www.rfc-editor.org/rfc/rfc3264) offer and answer. Browsers are not spoken to
/// from here.
@NullMarked
package org.hiwar.voice.sdp;

import org.jspecify.annotations.NullMarked;
