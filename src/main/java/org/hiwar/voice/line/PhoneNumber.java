package org.hiwar.voice.line;

import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;

/// A number by which a workspace is called over a trunk.
///
/// @param number with `+` as the whole world dials it; without, as the trunk writes it
/// @param service whose work its calls are
/// @param language that its calls need, a tag as `ar`; null: any agent will do
public record PhoneNumber(
    PhoneNumberId id,
    TrunkId trunk,
    DialString number,
    ServiceId service,
    @Nullable String language) {}
