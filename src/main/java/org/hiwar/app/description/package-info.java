/// WIRING: the description of the programming interface (OpenAPI), made from the endpoints
/// themselves. Owns no table; may use everything.
@NullMarked
package org.hiwar.app.description;

import org.jspecify.annotations.NullMarked;
