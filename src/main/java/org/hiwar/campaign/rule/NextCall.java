package org.hiwar.campaign.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Another call that an agent has agreed on (S2-103): within this window the record goes before the
/// others, after it it is an ordinary one. `number` in E.164, of the record or a new one; null:
/// whichever is recommended. `onlyMe`: for this agent alone.
public record NextCall(Instant from, Instant until, @Nullable String number, boolean onlyMe) {}
