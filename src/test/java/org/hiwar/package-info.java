/// What all tests share.
@NullMarked
package org.hiwar;

import org.jspecify.annotations.NullMarked;
