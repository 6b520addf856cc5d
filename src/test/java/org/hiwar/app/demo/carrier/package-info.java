@NullMarked
package org.hiwar.app.demo.carrier;

import org.jspecify.annotations.NullMarked;
