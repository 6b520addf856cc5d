/// Where and how the server listens: the address, TLS, and what is safe there. Owns no table. Uses platform alone.
@NullMarked
package org.hiwar.platform.web;

import org.jspecify.annotations.NullMarked;
