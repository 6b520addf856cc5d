/// Tests of what plugs the parts together.
@NullMarked
package org.hiwar.app.wiring;

import org.jspecify.annotations.NullMarked;
