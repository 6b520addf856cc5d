/// How agents telephone and listen to recordings over HTTP. May use voice, conversation, contact,
/// workspace and platform.
@NullMarked
package org.hiwar.voice.call.api;

import org.jspecify.annotations.NullMarked;
