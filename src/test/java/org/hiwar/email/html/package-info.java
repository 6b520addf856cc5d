@NullMarked
package org.hiwar.email.html;

import org.jspecify.annotations.NullMarked;
