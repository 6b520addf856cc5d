/// Keys pressed during a call, sent and received as telephone events
/// ([RFC 4733](https://www.rfc-editor.org/rfc/rfc4733)).
@NullMarked
package org.hiwar.voice.media.keys;

import org.jspecify.annotations.NullMarked;
