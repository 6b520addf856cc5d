@NullMarked
package org.hiwar.floor.report;

import org.jspecify.annotations.NullMarked;
