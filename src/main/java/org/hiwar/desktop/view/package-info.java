/// How the truth of the packages below becomes what desktops are shown: the views of the protocol,
/// read from the floor and from the stores. Owns no table.
@NullMarked
package org.hiwar.desktop.view;

import org.jspecify.annotations.NullMarked;
