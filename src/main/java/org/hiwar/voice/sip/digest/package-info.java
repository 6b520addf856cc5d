/// Digest authentication as SIP uses it, both ways:
/// [RFC 7616](https://www.rfc-editor.org/rfc/rfc7616),
/// [RFC 8760](https://www.rfc-editor.org/rfc/rfc8760). MD5 is spoken because telephones and
/// providers speak nothing else; SHA-256 is offered first.
@NullMarked
package org.hiwar.voice.sip.digest;

import org.jspecify.annotations.NullMarked;
