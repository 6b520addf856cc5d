/// What desktops and server say to each other, as records: their JSON is the protocol. Ids are
/// decimal strings, instants ISO-8601 in UTC. Owns no table; uses the ids of the packages below.
@NullMarked
package org.hiwar.desktop.wire;

import org.jspecify.annotations.NullMarked;
