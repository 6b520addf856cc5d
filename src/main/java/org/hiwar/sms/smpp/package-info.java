/// SMS over SMPP 3.4: the session with a message centre, what it delivers, and long messages in
/// parts.
@NullMarked
package org.hiwar.sms.smpp;

import org.jspecify.annotations.NullMarked;
