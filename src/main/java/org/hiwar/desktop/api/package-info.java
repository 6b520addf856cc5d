/// What agents do and ask over HTTP. Each class is one object's commands and questions; whoever
/// asks for an object that is not theirs is told, as for one that does not exist, that nothing is
/// there.
@NullMarked
package org.hiwar.desktop.api;

import org.jspecify.annotations.NullMarked;
