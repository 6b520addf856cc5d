/// How text becomes segments of SMS and back: alphabets, lengths, and the headers of long messages.
/// Decides only; knows no connection and no table.
@NullMarked
package org.hiwar.sms.text;

import org.jspecify.annotations.NullMarked;
