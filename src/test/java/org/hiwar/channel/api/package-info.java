@NullMarked
package org.hiwar.channel.api;

import org.jspecify.annotations.NullMarked;
