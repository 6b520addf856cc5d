@NullMarked
package org.hiwar.sms.smpp;

import org.jspecify.annotations.NullMarked;
