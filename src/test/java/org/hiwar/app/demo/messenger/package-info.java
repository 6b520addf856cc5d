@NullMarked
package org.hiwar.app.demo.messenger;

import org.jspecify.annotations.NullMarked;
