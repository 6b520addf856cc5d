/// Tests of where the server listens.
@NullMarked
package org.hiwar.platform.web;

import org.jspecify.annotations.NullMarked;
