/// GROUND: how often something may be done. Every such limit of the product is a row of `Limit`.
/// Owns no table: counts live in memory and start anew with the server.
@NullMarked
package org.hiwar.workspace.limit;

import org.jspecify.annotations.NullMarked;
