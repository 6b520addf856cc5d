@NullMarked
package org.hiwar.app.demo;

import org.jspecify.annotations.NullMarked;
