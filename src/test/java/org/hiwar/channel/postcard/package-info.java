/// A channel that exists for tests of administration: its settings are one of each kind.
@NullMarked
package org.hiwar.channel.postcard;

import org.jspecify.annotations.NullMarked;
