package org.hiwar.desktop.wire;

import java.time.Instant;
import java.util.UUID;

/// What a desktop is told about a message that it wrote over its socket. Names the message by the
/// desktop's own id.
public sealed interface WriteAnswer {

  /// Stored, now or when it was sent before, as number `seq` of its conversation.
  record MessageWritten(UUID written, long seq, Instant at) implements WriteAnswer {}

  /// Not stored, or not known to be: `status` and `problem` are those of the same request over
  /// HTTP.
  record MessageRefused(UUID refused, int status, String problem) implements WriteAnswer {}
}
