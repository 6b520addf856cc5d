@NullMarked
package org.hiwar.app.description;

import org.jspecify.annotations.NullMarked;
