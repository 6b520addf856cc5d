package org.hiwar.chat;

import java.util.List;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;

/// A place on a site where chats come in, named by `slug` in the script tag. Its chats are work of
/// `service` and need an agent who speaks `language`, unless the customer's page says another.
/// `origins` are the sites that may show it; empty: only this server's own pages. `calls` is the
/// service that customers may call from there; null: they may not.
public record ChatEntry(
    EntryId id,
    String slug,
    ServiceId service,
    String name,
    String language,
    List<String> origins,
    String greetingEn,
    String greetingAr,
    String accent,
    @Nullable ServiceId calls) {
  /// As interactions that come by an entry name their channel.
  public static final String CHANNEL = "web";
}
