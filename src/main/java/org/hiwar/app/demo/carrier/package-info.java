/// WIRING: the demonstration's telephone network. A second SIP endpoint on loopback, which Hiwar
/// knows as an ordinary trunk of the demo workspace, and telephones of this network that are pages
/// of a browser. Nothing goes past SIP and RTP: what works here works with a provider.
///
/// Owns no table. Runs only where the server listens on loopback and there is a demo workspace.
@NullMarked
package org.hiwar.app.demo.carrier;

import org.jspecify.annotations.NullMarked;
