@NullMarked
package org.hiwar.app.demo.mail;

import org.jspecify.annotations.NullMarked;
