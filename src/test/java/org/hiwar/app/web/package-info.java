@NullMarked
package org.hiwar.app.web;

import org.jspecify.annotations.NullMarked;
