/// Connections to servers whose address somebody has typed: a mail server, an SMS centre, the
/// address of a provider. They lead out of the house only, never to what is reachable from this
/// machine alone. Owns no table. Uses platform alone.
@NullMarked
package org.hiwar.platform.outbound;

import org.jspecify.annotations.NullMarked;
