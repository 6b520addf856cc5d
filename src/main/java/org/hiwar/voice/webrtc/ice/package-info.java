/// The reachable side of ICE: a lite agent
/// ([RFC 8445 section 2.5](https://www.rfc-editor.org/rfc/rfc8445#section-2.5)) that answers the
/// connectivity checks of a browser, and the STUN messages they are made of
/// ([RFC 8489](https://www.rfc-editor.org/rfc/rfc8489)). No sockets here.
@NullMarked
package org.hiwar.voice.webrtc.ice;

import org.jspecify.annotations.NullMarked;
