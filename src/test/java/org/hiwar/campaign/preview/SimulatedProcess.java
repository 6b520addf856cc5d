package org.hiwar.campaign.preview;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.hiwar.campaign.CampaignId;
import org.hiwar.floor.FloorHealth;
import org.hiwar.floor.FloorListener;
import org.hiwar.floor.Floors;
import org.hiwar.floor.OneFloor;
import org.hiwar.floor.Placement;
import org.hiwar.floor.Plans;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.FloorCore;
import org.hiwar.floor.core.Plan;
import org.hiwar.floor.core.Service;
import org.hiwar.floor.core.Skill;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.shell.Node;
import org.hiwar.floor.shell.Node.Call;
import org.hiwar.floor.store.Batch;
import org.hiwar.floor.store.FloorStore;
import org.hiwar.platform.Ids;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// A process: the floor's core and shell and the hand-out, all of it real, with whatever it keeps
/// in memory. What another makes of the rows it learns from them.
final class SimulatedProcess implements Telephone.Asks, Placement, OneFloor {

  /// What happens around it.
  interface Outside {
    void beforeCommit() throws FloorStore.Unavailable;

    void afterCommit() throws FloorStore.Unavailable;

    boolean callable(UserId agent);

    /// The floor knows nothing of sessions and telephones: it has begun anew.
    void begunAnew();
  }

  final WorkspaceId workspace;
  final Ground.Stores stores;
  final Previews desk;
  final Dialling dialling;
  final PreviewKeeper keeper;
  final Node node;
  private final Clock clock;
  private final Outside outside;
  private final List<Call> mail = new ArrayList<>();

  SimulatedProcess(
      Ground ground,
      Telephone telephone,
      Clock clock,
      Ids ids,
      LongSupplier nanos,
      Outside outside) {
    this.workspace = ground.workspace();
    this.stores = ground.stores();
    this.clock = clock;
    this.outside = outside;
    Plans plans = _ -> plan();
    var floors = new Floors(this, plans);
    var refusals = new Refusals();
    var crew = new Crew(floors::agent);
    crew.plan(workspace, plan());
    var guard = new PreviewGuard(stores.guard(), stores.candidates(), crew, refusals, clock);
    var rows = ground.floor(new PreviewParts(ids, () -> refusals), guard);
    node =
        new Node(
            new Watched(rows, telephone),
            SimulatedProcess::plan,
            FloorCore::new,
            nanos,
            new Ears(),
            Node.Fault.NONE);
    desk =
        new Previews(
            stores.database(),
            stores.previews(),
            stores.candidates(),
            stores.fates(),
            stores.campaigns(),
            stores.dispositions(),
            stores.doNotCall(),
            stores.successes(),
            floors,
            List.of(),
            clock);
    dialling =
        new Dialling(
            stores.database(),
            stores.previews(),
            stores.attempts(),
            stores.candidates(),
            stores.campaigns(),
            telephone.of(this),
            List.of(),
            ids,
            clock);
    keeper = keeper(floors, plans, crew, telephone, ids);
  }

  private PreviewKeeper keeper(
      Floors floors, Plans plans, Crew crew, Telephone telephone, Ids ids) {
    var hopper =
        new Hopper(
            stores.database(),
            stores.hopper(),
            stores.candidates(),
            stores.lists(),
            stores.previews(),
            ids,
            clock);
    var settlement =
        new Settlement(
            stores.database(),
            stores.previews(),
            stores.attempts(),
            stores.candidates(),
            stores.fates(),
            stores.campaigns(),
            stores.dispositions(),
            stores.doNotCall(),
            stores.successes(),
            telephone,
            clock);
    return new PreviewKeeper(
        new PreviewKeeper.Parts(
            stores.database(),
            stores.campaigns(),
            stores.previews(),
            stores.candidates(),
            hopper,
            crew,
            settlement,
            desk,
            dialling,
            floors,
            plans,
            telephone,
            List.of(),
            clock));
  }

  static final List<CampaignId> CAMPAIGNS = List.of(new CampaignId(11), new CampaignId(12));

  static Plan plan() {
    var services = new ArrayList<Service>();
    var skills = new HashMap<UserId, List<Skill>>();
    for (var campaign : CAMPAIGNS) services.add(service(campaign.service(), Medium.PREVIEW, 20, 0));
    services.add(service(World.CALLS, Medium.VOICE, 20, 15));
    for (int a = 1; a <= World.AGENTS; a++) {
      var of = new ArrayList<Skill>();
      for (var campaign : CAMPAIGNS)
        if (a == 1 || (a + campaign.value()) % 3 != 0)
          of.add(new Skill(new SkillId(campaign.value()), 50));
      skills.put(new UserId(a), of);
    }
    return new Plan(services, skills);
  }

  private static Service service(
      org.hiwar.workspace.ServiceId id, Medium medium, int offer, int wrapUp) {
    return new Service(
        id,
        medium,
        false,
        java.time.Duration.ofMinutes(1),
        java.time.Duration.ofSeconds(offer),
        java.time.Duration.ofSeconds(wrapUp),
        false,
        java.time.Duration.ZERO,
        java.time.Duration.ZERO);
  }

  /// Lets the floor decide what has come, and what is due.
  void turn() {
    var calls = List.copyOf(mail);
    mail.clear();
    node.turn(calls);
  }

  @Override
  public Reply ask(Command command) {
    var reply = submit(command, "");
    turn();
    return reply.getNow(new Reply.Unavailable());
  }

  @Override
  public void submit(Command command) {
    var unused = submit(command, "");
  }

  @Override
  public CompletableFuture<Reply> submit(Command command, String key) {
    var call = new Call(command, key, new CompletableFuture<>());
    mail.add(call);
    return call.reply();
  }

  @Override
  public java.time.Instant now() {
    return clock.instant();
  }

  @Override
  public boolean callable(UserId agent) {
    return outside.callable(agent);
  }

  @Override
  public OneFloor floorOf(WorkspaceId of) {
    return this;
  }

  @Override
  public void listen(FloorListener listener) {}

  @Override
  public Optional<AgentView> agent(UserId id) {
    var core = node.core();
    return core == null ? Optional.empty() : Optional.ofNullable(view(core, id));
  }

  private static @Nullable AgentView view(FloorCore core, UserId id) {
    return core.view(id);
  }

  @Override
  public FloorHealth health() {
    return node.health();
  }

  /// Faults around the commits of the floor, and telephony, which is told of them.
  private final class Watched implements FloorStore {
    private final FloorStore rows;
    private final Telephone telephone;

    Watched(FloorStore rows, Telephone telephone) {
      this.rows = rows;
      this.telephone = telephone;
    }

    @Override
    public Tenure takeOver() throws Unavailable {
      outside.beforeCommit();
      return rows.takeOver();
    }

    @Override
    public Set<WorkId> commit(Batch batch) throws Fenced, Unavailable, Refused {
      outside.beforeCommit();
      var refused = rows.commit(batch);
      if (refused.isEmpty()) telephone.heard(batch.events());
      outside.afterCommit();
      return refused;
    }

    @Override
    public Stored load() throws Unavailable {
      outside.beforeCommit();
      return rows.load();
    }

    @Override
    public Optional<Answer> answer(String key) throws Unavailable {
      return rows.answer(key);
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  private final class Ears implements Node.Ears {
    @Override
    public void committed(long batch, List<Event> events) {}

    @Override
    public void restored() {
      outside.begunAnew();
    }
  }
}
