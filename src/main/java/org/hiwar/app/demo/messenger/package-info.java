/// WIRING: the demonstration's messenger. A provider in the shape of WhatsApp's on loopback, in
/// memory, with customers, each of which is a page of a browser. Hiwar knows it as ordinary
/// accounts of the demo workspace: what comes in are signed webhooks, what goes out are requests to
/// the provider's interface. What works here works with a provider.
///
/// Owns no table. Runs only where the server listens on loopback, without TLS, which this provider
/// does not speak.
@NullMarked
package org.hiwar.app.demo.messenger;

import org.jspecify.annotations.NullMarked;
