@NullMarked
package org.hiwar.sms;

import org.jspecify.annotations.NullMarked;
