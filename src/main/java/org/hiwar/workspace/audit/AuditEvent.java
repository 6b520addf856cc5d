package org.hiwar.workspace.audit;

import java.time.Instant;
import java.util.Map;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// That somebody did something. `by` null: the system itself.
record AuditEvent(
    long id,
    Instant at,
    @Nullable UserId by,
    String what,
    String subject,
    Map<String, Object> detail) {}
