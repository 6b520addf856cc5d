/// WIRING: what the very first start creates, so that there is somebody to log in: a demo workspace
/// to try Hiwar with, or the first workspace of a real installation. Owns no table; writes by the
/// stores of others.
@NullMarked
package org.hiwar.app.demo;

import org.jspecify.annotations.NullMarked;
