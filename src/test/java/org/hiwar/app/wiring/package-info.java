/// Floor, conversations, channels and desks plugged together.
@NullMarked
package org.hiwar.app.wiring;

import org.jspecify.annotations.NullMarked;
