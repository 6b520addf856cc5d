/// WIRING: what is common to all HTTP answers: problems (RFC 9457), the pages of the desktop, the description of the
/// programming interface. Owns no table; may use everything.
@NullMarked
package org.hiwar.app.web;

import org.jspecify.annotations.NullMarked;
