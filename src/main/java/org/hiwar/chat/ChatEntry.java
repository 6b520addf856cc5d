package org.hiwar.chat;

import java.util.List;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;

/// A place on a site where chats come in, named by `slug` in the script tag.
///
/// @param service its chats are work of this service
/// @param language its chats need an agent who speaks it, unless the customer's page says another
/// @param origins the sites that may show it; empty: only this server's own pages
/// @param en what it says in English, `ar` in Arabic
/// @param away what customers can do while nobody is there
/// @param calls the service that customers may call from there; null: they may not
/// @param files whether customers may send files from there
/// @param attests whether its site attests who is signed in there
/// @param version grows with every change
public record ChatEntry(
    EntryId id,
    String slug,
    ServiceId service,
    String name,
    String language,
    List<String> origins,
    EntryTexts en,
    EntryTexts ar,
    EntryLook look,
    EntryForm form,
    Away away,
    @Nullable ServiceId calls,
    boolean files,
    boolean attests,
    long version) {
  /// While no agent of its service is at a desk.
  public enum Away {
    /// They write, and wait until somebody comes.
    WAIT,
    /// They leave a message and need not stay.
    MESSAGE
  }

  /// As interactions that come by an entry name their channel.
  public static final String CHANNEL = "web";

  public ChatEntry {
    origins = List.copyOf(origins);
  }

  /// One that greets, asks what it usually asks, and stands where chats usually stand.
  public ChatEntry(
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
    this(
        id,
        slug,
        service,
        name,
        language,
        origins,
        new EntryTexts("", greetingEn, ""),
        new EntryTexts("", greetingAr, ""),
        new EntryLook(accent, EntryLook.Side.END),
        EntryForm.USUAL,
        Away.WAIT,
        calls,
        true,
        false,
        1);
  }
}
