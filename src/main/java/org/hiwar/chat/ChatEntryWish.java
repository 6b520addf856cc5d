package org.hiwar.chat;

import java.util.List;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;

/// A chat entry as it is to be.
///
/// @param slug its name in the script tag
/// @param origins sites as they were typed, `https://shop.example` or `shop.example`; empty: only
///     this server's own pages
/// @param calls the service that customers may call from there; null: they may not
/// @param files whether customers may send files from there
record ChatEntryWish(
    String name,
    String slug,
    ServiceId service,
    String language,
    List<String> origins,
    EntryTexts en,
    EntryTexts ar,
    EntryLook look,
    EntryForm form,
    ChatEntry.Away away,
    @Nullable ServiceId calls,
    boolean files) {}
