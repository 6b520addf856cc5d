package org.hiwar.desktop.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionChange;
import org.hiwar.conversation.Message;
import org.hiwar.desktop.wire.Choice;
import org.hiwar.desktop.wire.DeskEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One agent's desk, whatever number of windows show it.
///
/// Its one thread builds every event and every snapshot, so the order of offsets is the order of
/// truth whatever the source. Others only mark what may have changed; the thread then reads the
/// truth, sends the difference, and keeps what it has sent. Messages come with their content, for
/// they are many and never change.
public final class Desk {
  /// Tells a window to read the snapshot again.
  public static final String RESYNC = "{\"resync\":true}";

  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  /// How this desk hears of changes.
  public interface Watch {
    /// How many changes there have been, of anything; asked before the truth is read.
    long changes();

    /// Asks to hear of changes of these ids and no others; true when one of them that was not
    /// watched before may have changed after the first `since` changes.
    boolean only(Set<Long> ids, long since);
  }

  /// One open window: where to write, and the log-in it belongs to.
  public record Window(Outbox outbox, long session) {}

  private final String name;
  private final DeskSource source;
  private final Watch watch;
  private final Function<Object, String> json;
  private final Inbox inbox = new Inbox();
  private final Shown shown = new Shown();
  private final Outs outs = new Outs();
  private final Ring ring = new Ring();
  private final List<Window> windows = new CopyOnWriteArrayList<>();
  private final Comparing comparing;
  private final Thread thread;
  private long offset;
  private Map<String, Optional<Object>> suspicious = Map.of();
  private volatile long readingSince;
  private volatile long failingSince;
  /// Why it failed last; empty while it does not.
  private String failure = "";
  private volatile long aloneSince = System.nanoTime();
  private volatile boolean closed;

  Desk(
      String name,
      DeskSource source,
      Watch watch,
      Function<Object, String> json,
      Comparing comparing) {
    this.name = name;
    this.source = source;
    this.watch = watch;
    this.json = json;
    this.comparing = comparing;
    this.thread = Thread.ofVirtual().name("desk-" + name).unstarted(this::work);
  }

  /// Once, when whoever hears of changes knows this desk: what changes from now on reaches it.
  public void start() {
    inbox.everything();
    thread.start();
  }

  public String name() {
    return name;
  }

  public List<Window> windows() {
    return List.copyOf(windows);
  }

  /// The agent's presence or side call, or which work the agent holds, may have changed.
  public void agentChanged() {
    inbox.agent();
  }

  /// A conversation, an interaction or a contact with this id.
  public void changed(long id) {
    inbox.key(id);
  }

  /// The call with this id, of which the database knows nothing new.
  public void callChanged(long id) {
    inbox.call(id);
  }

  /// The floor has given an interaction to an agent, in its batch `batch`.
  public void accepted(InteractionChange.Accepted change, long batch) {
    inbox.accepted(new Marks.Given(change, batch));
  }

  public void messageStored(Message message) {
    inbox.stored(message);
  }

  /// Stored: the agent has read all messages up to `seq`.
  public void read(ConversationId id, long seq) {
    inbox.read(id, seq);
  }

  public void customerTypes(ConversationId id) {
    inbox.typing(id);
  }

  /// What the agent chooses from when they are not ready.
  public void reasonsChanged(List<Choice> reasons) {
    inbox.reasons(reasons);
  }

  /// Stored: the agent was named in a note, `anew`, or has looked at one.
  public void mentioned(boolean anew) {
    inbox.mentioned(anew);
  }

  /// Stored: these were deleted, merged or parted.
  public void contactsChanged(Collection<ContactId> contacts) {
    inbox.contacts(contacts);
  }

  /// Anything may have changed unheard.
  public void anythingChanged() {
    inbox.everything();
  }

  /// Read from the truth, after everything that was marked before this call.
  public CompletableFuture<DeskState> snapshot() {
    aloneSince = System.nanoTime();
    var answer = new CompletableFuture<DeskState>();
    errand(true, () -> answer.complete(state()));
    return answer;
  }

  /// Sends what `window` missed after `after` of the desk called `desk`, or tells it to read the
  /// snapshot again; from then on it gets every frame. Null where the window knows nothing yet.
  public void open(Window window, @Nullable String desk, @Nullable Long after) {
    errand(
        false,
        () -> {
          var missed =
              after != null && name.equals(desk)
                  ? ring.after(after)
                  : Optional.<List<String>>empty();
          missed.ifPresentOrElse(
              m -> m.forEach(window.outbox()::send), () -> window.outbox().send(RESYNC));
          if (windows.size() >= DeskLimits.WINDOWS)
            windows.removeFirst().outbox().close(Outbox.Reason.REPLACED);
          windows.add(window);
          if (window.outbox().isClosed()) close(window);
        });
  }

  /// True when it was the last one.
  public boolean close(Window window) {
    boolean last = windows.remove(window) && windows.isEmpty();
    if (last) aloneSince = System.nanoTime();
    return last;
  }

  /// Zero while a window is open.
  public Duration aloneFor(long nowNanos) {
    return windows.isEmpty() ? Duration.ofNanos(nowNanos - aloneSince) : Duration.ZERO;
  }

  public void beat(String heartbeat) {
    for (var window : windows) window.outbox().beat(heartbeat);
  }

  /// True when this desk has tried in vain to read the truth, or has waited for it, for longer than
  /// it may stay silent about.
  public boolean isBehind() {
    return isLongAgo(failingSince) || isLongAgo(readingSince);
  }

  private static boolean isLongAgo(long since) {
    return since != 0 && System.nanoTime() - since > DeskLimits.BEHIND.toNanos();
  }

  /// Ends the desk; windows that are still open are told to come back.
  public void end() {
    closed = true;
    thread.interrupt();
    for (var window : windows) window.outbox().close(Outbox.Reason.LEAVING);
  }

  private void errand(boolean afterEverything, Runnable errand) {
    if (closed || !inbox.errand(afterEverything, errand))
      throw new RejectedExecutionException("desk " + name + " is busy");
  }

  private DeskState state() {
    var presence = shown.presence();
    if (presence == null) throw new IllegalStateException("nothing read yet");
    return new DeskState(
        name,
        offset,
        presence,
        shown.sideCall(),
        shown.previews(),
        List.copyOf(shown.conversations()),
        outs.at(System.nanoTime()));
  }

  private void work() {
    try {
      turns();
    } finally {
      watch.only(Set.of(), Long.MAX_VALUE);
    }
  }

  private void turns() {
    long sent = System.nanoTime() - DeskLimits.GATHER.toNanos();
    long compareAt = System.nanoTime() + comparing.first();
    while (!closed) {
      try {
        Inbox.gather(sent + DeskLimits.GATHER.toNanos() - System.nanoTime());
        if (compareAt - System.nanoTime() <= 0) {
          compare();
          compareAt =
              System.nanoTime()
                  + (suspicious.isEmpty() ? comparing.every() : comparing.again()).toNanos();
        } else if (turn(inbox.take(compareAt - System.nanoTime()))) {
          sent = System.nanoTime();
        }
      } catch (InterruptedException _) {
        return;
      } catch (RuntimeException e) {
        LOG.error("desk {} lost its place and reads everything again", name, e);
        inbox.everything();
      }
    }
  }

  /// True when a frame was sent.
  private boolean turn(Inbox.Turn turn) throws InterruptedException {
    var events = new ArrayList<DeskEvent>();
    try {
      readingSince = System.nanoTime() | 1;
      take(turn, events);
      failingSince = 0;
      failure = "";
    } catch (RuntimeException e) {
      failed(e);
      publish(events);
      inbox.putBack(turn);
      Thread.sleep(DeskLimits.RETRY);
      return false;
    } finally {
      readingSince = 0;
    }
    publish(events);
    turn.errands.forEach(Runnable::run);
    return !events.isEmpty();
  }

  /// It is told once of each cause: the next one may be the reason why it goes on.
  private void failed(RuntimeException why) {
    if (failingSince == 0) failingSince = System.nanoTime() | 1;
    if (!failure.equals(why.toString())) {
      failure = why.toString();
      LOG.warn("desk {} cannot read what it shows: {}", name, failure);
    }
  }

  private void take(Inbox.Turn turn, List<DeskEvent> events) {
    turn.conversations.addAll(shown.with(turn.keys));
    turn.keys.clear();
    turn.live.addAll(shown.with(turn.calls));
    turn.calls.clear();
    for (var message : turn.messages) {
      if (turn.everything || turn.conversations.contains(message.conversation())) continue;
      switch (shown.fit(message.conversation(), message.seq())) {
        case NEXT -> events.add(shown.add(message.conversation(), source.view(message)));
        case GAP -> turn.conversations.add(message.conversation());
        case KNOWN, ELSEWHERE -> {}
      }
    }
    turn.messages.clear();
    turn.reads.forEach(
        (id, seq) -> {
          if (!shown.read(id, seq, events)) turn.conversations.add(id);
        });
    turn.reads.clear();
    turn.typing.stream().filter(shown::has).forEach(id -> events.add(new DeskEvent.Typing(id)));
    turn.typing.clear();
    if (turn.reasons != null) events.add(new DeskEvent.ReasonsChanged(turn.reasons));
    turn.reasons = null;
    if (turn.mentions) events.add(new DeskEvent.Mentioned(turn.mentionedAnew));
    if (!turn.contacts.isEmpty())
      events.add(new DeskEvent.ContactsChanged(Set.copyOf(turn.contacts)));
    turn.contacts.clear();
    turn.mentions = false;
    turn.mentionedAnew = false;
    if (turn.needsTruth()) read(turn, events);
  }

  private void read(Inbox.Turn turn, List<DeskEvent> events) {
    long since = watch.changes();
    if (turn.everything) events.addAll(shown.become(source.everything()));
    else {
      var part = source.part(turn.marks(), shown.conversations());
      outs.note(part, shown, offset + 1, System.nanoTime());
      events.addAll(shown.become(part));
    }
    watchShown(since);
  }

  /// What is watched only now may have changed since it was read: then we look once more, after
  /// sending what there is.
  private void watchShown(long since) {
    if (watch.only(shown.keys(), since))
      shown.conversations().forEach(view -> inbox.conversation(view.id()));
  }

  private void publish(List<DeskEvent> events) {
    if (events.isEmpty()) return;
    var text = json.apply(new Frame(++offset, List.copyOf(events)));
    ring.add(offset, text);
    for (var window : windows) window.outbox().send(text);
  }

  /// Finds what no mark announced. Nothing should ever be found. What is wrong is looked at once
  /// more, because its mark may still be on its way: what then is wrong in the same way is sent and
  /// counted.
  private void compare() {
    long since = watch.changes();
    DeskSource.Everything truth;
    try {
      truth = source.everything();
    } catch (RuntimeException e) {
      LOG.debug("desk {} could not compare itself: {}", name, e.toString());
      return;
    }
    var wrong = shown.wrong(truth);
    var unheardOf =
        wrong.entrySet().stream()
            .filter(suspicious.entrySet()::contains)
            .map(Map.Entry::getKey)
            .toList();
    suspicious = unheardOf.isEmpty() ? wrong : Map.of();
    if (!unheardOf.isEmpty()) repair(truth, since, unheardOf);
  }

  /// `places` are logged without what stands there, which is somebody's data.
  private void repair(DeskSource.Everything truth, long since, List<String> places) {
    LOG.warn("desk {} showed what was no longer true: {}", name, places);
    var events = shown.become(truth);
    comparing.repairs().incrementAndGet();
    publish(events);
    watchShown(since);
  }
}
