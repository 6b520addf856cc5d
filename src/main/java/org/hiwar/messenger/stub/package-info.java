/// CHANNELS: a provider of a messenger on this machine, for the demonstration and for tests,
/// without anything of Spring. Owns no table. Uses messenger.
@NullMarked
package org.hiwar.messenger.stub;

import org.jspecify.annotations.NullMarked;
