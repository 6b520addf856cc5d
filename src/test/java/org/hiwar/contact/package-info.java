@NullMarked
package org.hiwar.contact;

import org.jspecify.annotations.NullMarked;
