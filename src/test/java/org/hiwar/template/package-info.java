@NullMarked
package org.hiwar.template;

import org.jspecify.annotations.NullMarked;
