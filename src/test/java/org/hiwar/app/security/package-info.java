@NullMarked
package org.hiwar.app.security;

import org.jspecify.annotations.NullMarked;
