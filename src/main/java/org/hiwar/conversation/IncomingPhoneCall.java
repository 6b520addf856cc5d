package org.hiwar.conversation;

import java.time.Instant;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;

/// A call that came in and was answered by us.
///
/// `number` is who calls, as the network shows it; null when it is withheld. `called` is the number
/// of ours that was dialled. `language` (ar, en…) is null where the number does not say it.
public record IncomingPhoneCall(
    ServiceId service,
    @Nullable String number,
    String called,
    @Nullable String language,
    Instant at) {}
