@NullMarked
package org.hiwar.messenger.webhook;

import org.jspecify.annotations.NullMarked;
