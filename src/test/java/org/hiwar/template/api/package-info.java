@NullMarked
package org.hiwar.template.api;

import org.jspecify.annotations.NullMarked;
