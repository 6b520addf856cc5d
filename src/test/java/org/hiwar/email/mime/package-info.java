@NullMarked
package org.hiwar.email.mime;

import org.jspecify.annotations.NullMarked;
