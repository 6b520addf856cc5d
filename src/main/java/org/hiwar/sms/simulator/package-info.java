/// A message centre on this machine, for tests and for trying things out.
@NullMarked
package org.hiwar.sms.simulator;

import org.jspecify.annotations.NullMarked;
