/// A channel that exists in tests only: what a new kind of channel takes is one package with one
/// class (S0-41).
@NullMarked
package org.hiwar.testchannel;

import org.jspecify.annotations.NullMarked;
