/// From every channel to every other (S0-48): the ends of the customers, and the table of what is
/// possible.
@NullMarked
package org.hiwar.channel.matrix;

import org.jspecify.annotations.NullMarked;
