/// HTML of strangers: made harmless for showing, and turned into text. Pure.
@NullMarked
package org.hiwar.email.html;

import org.jspecify.annotations.NullMarked;
