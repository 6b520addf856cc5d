/// Understands mail as it came, however broken or hostile it is. Pure: bytes in, a value out.
@NullMarked
package org.hiwar.email.mime;

import org.jspecify.annotations.NullMarked;
