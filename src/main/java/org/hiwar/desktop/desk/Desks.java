package org.hiwar.desktop.desk;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionChange;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.Message;
import org.hiwar.desktop.wire.Choice;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// All desks of this process, and the way of news to them. Nothing here waits: desks are told, and
/// look themselves.
public final class Desks {

  /// How a desk reads its truth.
  @FunctionalInterface
  public interface Sources {
    DeskSource of(AgentKey key);
  }

  private final Sources sources;
  private final Function<Object, String> json;
  private final Map<AgentKey, Desk> desks = new ConcurrentHashMap<>();
  private final Watches watches = new Watches();
  private final Comparing comparing = Comparing.usually(new AtomicLong());
  private final SecureRandom random = new SecureRandom();

  public Desks(Sources sources, Function<Object, String> json) {
    this.sources = sources;
    this.json = json;
  }

  /// The agent's desk; a new one when there is none.
  public Desk of(AgentKey key) {
    var known = desks.get(key);
    return known != null ? known : begin(key);
  }

  private synchronized Desk begin(AgentKey key) {
    var known = desks.get(key);
    if (known != null) return known;
    var self = new Desk[1];
    var watch =
        new Desk.Watch() {
          @Override
          public long changes() {
            return watches.changes();
          }

          @Override
          public boolean only(Set<Long> ids, long since) {
            return watches.only(key.workspace(), self[0], ids, since);
          }
        };
    self[0] = new Desk(newName(), sources.of(key), watch, json, comparing);
    desks.put(key, self[0]);
    self[0].start();
    return self[0];
  }

  private String newName() {
    var bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  public Optional<Desk> find(AgentKey key) {
    return Optional.ofNullable(desks.get(key));
  }

  /// As they are while one goes through them; no copy, because that is done many times a second.
  public Collection<Desk> all() {
    return Collections.unmodifiableCollection(desks.values());
  }

  /// Ends desks without a window for longer than [DeskLimits#KEPT_ALONE].
  public synchronized void clear(long nowNanos) {
    desks.forEach(
        (key, desk) -> {
          if (desk.aloneFor(nowNanos).compareTo(DeskLimits.KEPT_ALONE) < 0) return;
          desks.remove(key, desk);
          desk.end();
        });
  }

  public synchronized void end() {
    desks.values().forEach(Desk::end);
    desks.clear();
  }

  /// Differences between a desk and the truth that nothing had announced. 0 unless something is
  /// wrong.
  public long repairs() {
    return comparing.repairs().get();
  }

  public void agentChanged(WorkspaceId workspace, UserId agent) {
    find(new AgentKey(workspace, agent)).ifPresent(Desk::agentChanged);
  }

  /// A conversation, an interaction or a contact with this id.
  public void changed(WorkspaceId workspace, long id) {
    watches.changed(workspace, id).forEach(desk -> desk.changed(id));
  }

  /// Contacts were deleted, merged or parted. Who looks at one of them is known to nobody here, so
  /// every desk is told.
  public void contactsChanged(WorkspaceId workspace, Collection<ContactId> contacts) {
    for (var contact : contacts) changed(workspace, contact.value());
    of(workspace).forEach(desk -> desk.contactsChanged(contacts));
  }

  /// How a call stands, of which the database knows nothing new.
  public void callChanged(WorkspaceId workspace, InteractionId call) {
    watches.changed(workspace, call.value()).forEach(desk -> desk.callChanged(call.value()));
  }

  /// The floor has given an interaction to an agent, in its batch `batch`.
  public void accepted(WorkspaceId workspace, InteractionChange.Accepted change, long batch) {
    watches
        .changed(workspace, change.interaction().value())
        .forEach(desk -> desk.accepted(change, batch));
  }

  public void messageStored(WorkspaceId workspace, Message message) {
    watches
        .changed(workspace, message.conversation().value())
        .forEach(desk -> desk.messageStored(message));
  }

  public void read(WorkspaceId workspace, ConversationId id, long seq) {
    watches.changed(workspace, id.value()).forEach(desk -> desk.read(id, seq));
  }

  /// Stored: a guest in the conversation has read more of it.
  public void readByGuest(WorkspaceId workspace, UserId guest, ConversationId id) {
    find(new AgentKey(workspace, guest)).ifPresent(desk -> desk.changed(id.value()));
  }

  public void customerTypes(WorkspaceId workspace, ConversationId id) {
    watches.of(workspace, id.value()).forEach(desk -> desk.customerTypes(id));
  }

  /// Stored: a user was named in a note, `anew`, or has looked at one.
  public void mentioned(WorkspaceId workspace, UserId user, boolean anew) {
    find(new AgentKey(workspace, user)).ifPresent(desk -> desk.mentioned(anew));
  }

  /// Whether the agent has this conversation on the desk now.
  public boolean shows(AgentKey key, ConversationId id) {
    var desk = desks.get(key);
    return desk != null && watches.of(key.workspace(), id.value()).contains(desk);
  }

  /// What agents choose from when they are not ready.
  public void reasonsChanged(WorkspaceId workspace, List<Choice> reasons) {
    of(workspace).forEach(desk -> desk.reasonsChanged(reasons));
  }

  /// Some news of this workspace may have been lost: its desks read everything again.
  public void anythingChanged(WorkspaceId workspace) {
    of(workspace).forEach(Desk::anythingChanged);
  }

  public void anythingChanged() {
    desks.values().forEach(Desk::anythingChanged);
  }

  private Collection<Desk> of(WorkspaceId workspace) {
    return List.copyOf(
        desks.entrySet().stream()
            .filter(e -> e.getKey().workspace().equals(workspace))
            .map(Map.Entry::getValue)
            .toList());
  }
}
