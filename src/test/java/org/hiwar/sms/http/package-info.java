@NullMarked
package org.hiwar.sms.http;

import org.jspecify.annotations.NullMarked;
