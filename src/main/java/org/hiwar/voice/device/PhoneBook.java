package org.hiwar.voice.device;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hiwar.voice.sip.PhoneAccount;
import org.hiwar.voice.sip.PhoneDirectory;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The telephones of all workspaces, in memory: whoever registers says no workspace, and has to be
/// answered in the same time whether there is such a telephone or not.
@Component
public class PhoneBook implements PhoneDirectory {
  private final Workspaces workspaces;
  private final SipPhoneStore phones;
  private volatile @Nullable Pages pages;

  /// A telephone and where it belongs.
  public record Entry(WorkspaceId workspace, SipPhone phone) {}

  private record Pages(Map<String, Entry> byLogin, Map<SipPhoneId, Entry> byId) {
    static Pages of(List<Entry> all) {
      return new Pages(
          all.stream().collect(toUnmodifiableMap(entry -> entry.phone().login(), identity())),
          all.stream().collect(toUnmodifiableMap(entry -> entry.phone().id(), identity())));
    }
  }

  public PhoneBook(Workspaces workspaces, SipPhoneStore phones) {
    this.workspaces = workspaces;
    this.phones = phones;
  }

  @Override
  public @Nullable PhoneAccount find(String user) {
    var found = pages().byLogin().get(user);
    return found == null ? null : new PhoneAccount(user, found.phone().secret());
  }

  /// Whose telephone registers with this name.
  public Optional<Entry> registers(String login) {
    return Optional.ofNullable(pages().byLogin().get(login));
  }

  public Optional<SipPhone> find(WorkspaceId workspace, SipPhoneId phone) {
    return Optional.ofNullable(pages().byId().get(phone))
        .filter(entry -> entry.workspace().equals(workspace))
        .map(Entry::phone);
  }

  /// The telephones of one user, by name.
  public List<SipPhone> of(WorkspaceId workspace, UserId owner) {
    return pages().byId().values().stream()
        .filter(entry -> entry.workspace().equals(workspace))
        .map(Entry::phone)
        .filter(phone -> phone.owner().equals(owner))
        .sorted(Comparator.comparing(SipPhone::name))
        .toList();
  }

  /// Telephones of a workspace were added, changed or removed.
  public synchronized void changed(WorkspaceId workspace) {
    var next = new ArrayList<>(pages().byId().values());
    next.removeIf(entry -> entry.workspace().equals(workspace));
    next.addAll(read(workspace));
    pages = Pages.of(next);
  }

  private Pages pages() {
    var now = pages;
    return now == null ? first() : now;
  }

  private synchronized Pages first() {
    var before = pages;
    if (before != null) return before;
    var all = workspaces.all().stream().flatMap(one -> read(one.id()).stream()).toList();
    var read = Pages.of(all);
    pages = read;
    return read;
  }

  private List<Entry> read(WorkspaceId workspace) {
    return phones.all(workspace).stream().map(phone -> new Entry(workspace, phone)).toList();
  }
}
