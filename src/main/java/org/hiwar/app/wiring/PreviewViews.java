package org.hiwar.app.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.list.CallingRecord;
import org.hiwar.campaign.list.ListStore;
import org.hiwar.campaign.preview.Preview;
import org.hiwar.campaign.preview.PreviewState;
import org.hiwar.campaign.preview.Reviews;
import org.hiwar.campaign.preview.Reviews.Review;
import org.hiwar.campaign.rule.CalleeNumber;
import org.hiwar.campaign.rule.Verdict;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.PhoneContacts;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.view.Catalogs;
import org.hiwar.desktop.view.PreviewSource;
import org.hiwar.desktop.wire.Choice;
import org.hiwar.desktop.wire.Named;
import org.hiwar.desktop.wire.PreviewView;
import org.hiwar.desktop.wire.PreviewView.HistoryEntry;
import org.hiwar.desktop.wire.PreviewView.RecordNumberView;
import org.hiwar.desktop.wire.PreviewView.RecordView;
import org.hiwar.desktop.wire.PreviewView.Timer;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.WorkState;
import org.hiwar.platform.Recent;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.Disposition;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.User;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Calling records as the desks of their agents show them. What changes by itself, where hours
/// begin and end, is shown anew at that time.
final class PreviewViews implements PreviewSource, AutoCloseable {
  private static final int HELPERS = 3;
  private static final int WORKSPACES = 1_000;

  private final Database database;
  private final Reviews reviews;
  private final ListStore lists;
  private final Catalogs catalogs;
  private final ContactStore contacts;
  private final PhoneContacts phones;
  private final UserStore users;
  private final Supplier<Desks> desks;
  private final Clock clock;
  private final Recent<WorkspaceId, String> helpers = new Recent<>(WORKSPACES, System::nanoTime);
  private final Map<Key, Instant> alarms = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("preview-views").factory());

  private record Key(WorkspaceId workspace, UserId agent) {}

  PreviewViews(
      Database database,
      Reviews reviews,
      ListStore lists,
      Catalogs catalogs,
      ContactStore contacts,
      PhoneContacts phones,
      UserStore users,
      Supplier<Desks> desks,
      Clock clock) {
    this.database = database;
    this.reviews = reviews;
    this.lists = lists;
    this.catalogs = catalogs;
    this.contacts = contacts;
    this.phones = phones;
    this.users = users;
    this.desks = desks;
    this.clock = clock;
  }

  private static boolean holds(AgentView agent, Medium medium) {
    return agent.held().stream().anyMatch(row -> row.work().medium() == medium);
  }

  @Override
  public Optional<PreviewView> of(WorkspaceId workspace, AgentView agent) {
    if (!holds(agent, Medium.PREVIEW) && !reviews.any(workspace, agent.agent()))
      return Optional.empty();
    return database.in(workspace.value(), _ -> shown(workspace, agent));
  }

  private Optional<PreviewView> shown(WorkspaceId workspace, AgentView agent) {
    for (var row : agent.held())
      if (row.work().medium() == Medium.PREVIEW && row.state() instanceof WorkState.Offered offer)
        return reviews
            .offered(workspace, new PreviewId(row.work().id().value()))
            .map(offered -> offered(offered, offer));
    return reviews.ofAgent(workspace, agent.agent()).map(review -> view(workspace, agent, review));
  }

  private static PreviewView offered(Reviews.Offer offered, WorkState.Offered offer) {
    var settings = offered.campaign().settings();
    return new PreviewView(
        offered.preview().id().toString(),
        Named.of(offered.campaign().id(), offered.campaign().name()),
        PreviewView.State.OFFERED,
        offer.offer(),
        name(offered.record(), settings.revealBeforeAccept()),
        offer.since(),
        offer.until(),
        settings.previewAutoAccept(),
        null,
        null,
        settings.rejectAllowed(),
        null);
  }

  /// `number`: where there is no name, the first number stands for it.
  private static @Nullable String name(CallingRecord record, boolean number) {
    var name = record.customerName();
    if (!name.isEmpty()) return name;
    return number && !record.numbers().isEmpty() ? record.numbers().getFirst().number() : null;
  }

  private PreviewView view(WorkspaceId workspace, AgentView agent, Review review) {
    var preview = review.preview();
    wakeAt(workspace, agent.agent(), review.verdicts().change());
    var accepted = preview.acceptedAt();
    return new PreviewView(
        preview.id().toString(),
        Named.of(review.campaign().id(), review.campaign().name()),
        state(preview.state()),
        0,
        name(review.candidate().record(), true),
        accepted == null ? preview.claimedAt() : accepted,
        null,
        preview.automatic(),
        timer(preview),
        preview.conversation(),
        review.campaign().settings().rejectAllowed(),
        record(workspace, review));
  }

  private static PreviewView.State state(PreviewState state) {
    return switch (state) {
      case PreviewState.Offered _ -> PreviewView.State.OFFERED;
      case PreviewState.Reviewing _ -> PreviewView.State.REVIEWING;
      case PreviewState.Dialing _ -> PreviewView.State.DIALING;
      case PreviewState.Talking _ -> PreviewView.State.TALKING;
      case PreviewState.Deciding _ -> PreviewView.State.DECIDING;
      case PreviewState.Queued _, PreviewState.Ended _ ->
          throw new IllegalStateException("a preview at nobody: " + state);
    };
  }

  private static @Nullable Timer timer(Preview preview) {
    var until = preview.timerUntil();
    if (until == null) return null;
    var why = preview.timerStopped();
    return new Timer(until, why == null ? Timer.State.RUNNING : Timer.State.STOPPED, why);
  }

  private RecordView record(WorkspaceId workspace, Review review) {
    var settings = review.campaign().settings();
    var verdicts = review.verdicts();
    var record = review.candidate().record();
    var usual = settings.defaultPreviewDisposition();
    return new RecordView(
        Named.of(record.list(), review.candidate().listName()),
        review.candidate().callee().numbers().stream()
            .map(number -> number(review, number))
            .toList(),
        verdicts.mayOffer() ? null : verdicts.nothing().map(Enum::name).orElse("NO_NUMBER"),
        verdicts.change(),
        fields(workspace, record, settings.fieldsShown()),
        contact(workspace, record),
        settings.skipAllowed() && review.preview().state() instanceof PreviewState.Reviewing,
        settings.skipReasons(),
        dispositions(workspace),
        usual == null ? null : usual.toString(),
        settings.explicitDisposition(),
        review.history().stream().map(past -> entry(workspace, past)).toList(),
        nextCall(review),
        settings.allowOtherNumbers(),
        settings.help().isEmpty() ? help(workspace) : settings.help());
  }

  private static RecordNumberView number(Review review, CalleeNumber number) {
    var verdicts = review.verdicts();
    var recommended = Integer.valueOf(number.position()).equals(verdicts.recommended());
    var verdict = verdicts.of(number.position()).orElseThrow();
    return switch (verdict) {
      case Verdict.Allowed allowed ->
          new RecordNumberView(
              number.position(),
              number.kind().name(),
              number.number(),
              recommended,
              recommended || review.campaign().settings().allowOtherNumbers(),
              null,
              null,
              allowed.zone().zone().getId());
      case Verdict.Refused refused ->
          new RecordNumberView(
              number.position(),
              number.kind().name(),
              number.number(),
              false,
              false,
              refused.why().name(),
              refused.again(),
              refused.zone().zone().getId());
    };
  }

  private List<PreviewView.FieldView> fields(
      WorkspaceId workspace, CallingRecord record, List<String> wanted) {
    return lists
        .find(workspace, record.list())
        .map(list -> record.shown(list.fields()))
        .orElse(List.of())
        .stream()
        .filter(field -> wanted.isEmpty() || wanted.contains(field.name()))
        .map(field -> new PreviewView.FieldView(field.name(), field.value()))
        .toList();
  }

  private @Nullable Named contact(WorkspaceId workspace, CallingRecord record) {
    for (var number : record.numbers()) {
      Optional<ContactId> known = phones.known(workspace, number.number());
      if (known.isPresent())
        return contacts
            .find(workspace, known.get())
            .map(
                found ->
                    Named.of(found.id(), found.name() == null ? number.number() : found.name()))
            .orElse(null);
    }
    return null;
  }

  private List<Choice> dispositions(WorkspaceId workspace) {
    return catalogs.of(workspace).dispositions().stream()
        .filter(d -> d.scope().preview() && d.scope().selectable())
        .filter(d -> d.kind() != Disposition.Kind.SYSTEM)
        .map(d -> new Choice(d.id().toString(), d.name(), d.code()))
        .toList();
  }

  private HistoryEntry entry(WorkspaceId workspace, Reviews.Past past) {
    return new HistoryEntry(
        past.at(),
        kind(past.kind()),
        past.number(),
        past.agent() == null ? null : catalogs.name(workspace, past.agent()),
        past.result(),
        given(workspace, past),
        past.seconds(),
        past.notes(),
        past.automatic(),
        past.changes().stream()
            .map(one -> new PreviewView.Correction(one.field(), one.was(), one.now()))
            .toList());
  }

  /// By the name it had then.
  private @Nullable Choice given(WorkspaceId workspace, Reviews.Past past) {
    var now = catalogs.of(workspace).disposition(past.disposition());
    if (now == null) return null;
    var called = past.called();
    return new Choice(
        now.id(), called == null || called.equals(now.code()) ? null : called, now.code());
  }

  private static HistoryEntry.Kind kind(String event) {
    return switch (event) {
      case "SKIPPED" -> HistoryEntry.Kind.SKIP;
      case "OFFER_EXPIRED" -> HistoryEntry.Kind.EXPIRED;
      default -> HistoryEntry.Kind.valueOf(event);
    };
  }

  private static PreviewView.@Nullable NextCall nextCall(Review review) {
    var agreed = review.preview().nextCall();
    if (agreed == null) return null;
    var zone =
        review.verdicts().numbers().stream()
            .map(
                one ->
                    switch (one.verdict()) {
                      case Verdict.Allowed v -> v.zone();
                      case Verdict.Refused v -> v.zone();
                    })
            .map(found -> found.zone().getId())
            .findFirst()
            .orElse(review.candidate().listZone().getId());
    return new PreviewView.NextCall(
        agreed.from(), agreed.until(), agreed.number(), agreed.onlyMe(), zone);
  }

  /// Whom to ask in doubt (S2-59).
  private String help(WorkspaceId workspace) {
    return helpers.get(workspace, () -> namesOfHelpers(workspace));
  }

  private String namesOfHelpers(WorkspaceId workspace) {
    return users.who(workspace, Privilege.MANAGE_CAMPAIGNS, HELPERS).stream()
        .map(User::name)
        .collect(Collectors.joining(", "));
  }

  private void wakeAt(WorkspaceId workspace, UserId agent, @Nullable Instant at) {
    if (at == null) return;
    var key = new Key(workspace, agent);
    var before = alarms.put(key, at);
    if (at.equals(before)) return;
    var wait = Duration.between(clock.instant(), at).plusMillis(20);
    var unused = timer.schedule(() -> wake(key, at), wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Rings although another alarm has taken its place: who looked in the very moment may not have
  /// been the one who shows it.
  private void wake(Key key, Instant at) {
    alarms.remove(key, at);
    desks.get().agentChanged(key.workspace(), key.agent());
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
