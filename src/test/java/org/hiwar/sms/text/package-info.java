@NullMarked
package org.hiwar.sms.text;

import org.jspecify.annotations.NullMarked;
