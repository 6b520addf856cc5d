package org.hiwar.campaign.preview;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.hiwar.campaign.BoundList;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.CampaignSettings;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.Campaigns;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.list.CallingList;
import org.hiwar.campaign.list.Fields;
import org.hiwar.campaign.list.ListStore;
import org.hiwar.floor.Floors;
import org.hiwar.floor.Reply;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Command;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserSkill;
import org.hiwar.workspace.WorkspaceId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A campaign with a list, in the running application. Its hours are all hours, so that tests pass
/// at any time of the day.
public final class PreviewScene {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ALWAYS =
      """
      {"schedules": [{"hours": {"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"],
        "from": "00:00:00", "to": "00:00:00"}, "kinds": ["MOBILE", "HOME", "WORK", "OTHER"], "dates": []}],
       "holidays": {"days": []}}\
      """;

  final WorkspaceId workspace;
  final Campaigns campaigns = RunningHiwar.bean(Campaigns.class);
  final CampaignStore store = RunningHiwar.bean(CampaignStore.class);
  final Floors floors = RunningHiwar.bean(Floors.class);
  public final Campaign campaign;
  final ListId list;
  private int position;

  public PreviewScene(WorkspaceId workspace, ServiceId calls, String name) {
    this.workspace = workspace;
    var made = campaigns.create(workspace, name, calls, ZoneOffset.UTC);
    campaign = made;
    list = new ListId(TestDatabase.ids().next());
    RunningHiwar.bean(ListStore.class)
        .add(
            workspace,
            new CallingList(
                list,
                "List of " + name,
                "DE",
                java.time.ZoneId.of("Europe/Berlin"),
                Fields.usual("Mobile", "First", "Last"),
                0,
                Instant.now()));
    settings(PreviewScene::always);
  }

  /// Calls at all hours.
  static void always(ObjectNode settings) {
    ((ObjectNode) settings.get("rules")).set("hours", JSON.readTree(ALWAYS));
  }

  /// Changes the settings of the campaign as JSON.
  public void settings(Consumer<ObjectNode> change) {
    var now = now();
    ObjectNode tree = RunningHiwar.bean(JsonMapper.class).valueToTree(now.settings());
    change.accept(tree);
    var settings = RunningHiwar.bean(JsonMapper.class).treeToValue(tree, CampaignSettings.class);
    change(now, now.offer(), settings);
  }

  /// From now on there are no calls today, but in three days.
  public void closed() {
    var day = Instant.now().atZone(ZoneOffset.UTC).getDayOfWeek().plus(3);
    settings(
        s ->
            ((ObjectNode) s.at("/rules/hours/schedules/0/hours")).putArray("days").add(day.name()));
  }

  void offer(Duration offer) {
    change(now(), offer, now().settings());
  }

  private void change(Campaign now, Duration offer, CampaignSettings settings) {
    campaigns.change(
        workspace,
        new Campaign(
            now.id(),
            now.name(),
            now.mode(),
            now.calls(),
            now.state(),
            true,
            offer,
            settings,
            now.createdAt()));
  }

  Campaign now() {
    return store.find(workspace, campaign.id()).orElseThrow();
  }

  public RecordId record(String firstName, String... numbers) {
    var id = TestDatabase.ids().next();
    run(
        """
        insert into calling_record (workspace, id, list, position, key, first_name, inserted_at)
        values (:workspace, :id, :list, :position, :id::text, :name, now())\
        """,
        Map.of("id", id, "list", list.value(), "position", ++position, "name", firstName));
    for (int i = 0; i < numbers.length; i++)
      run(
          """
          insert into record_number (workspace, record, position, kind, number, region)
          values (:workspace, :id, :position, 'MOBILE', :number, 'DE')\
          """,
          Map.of("id", id, "position", i + 1, "number", numbers[i]));
    return new RecordId(id);
  }

  /// Binds the list and starts.
  public void start() {
    campaigns.bind(workspace, campaign.id(), new BoundList(list, true, 1, 1, List.of(), List.of()));
    campaigns.setState(workspace, campaign.id(), Campaign.State.RUNNING);
  }

  void stop() {
    campaigns.setState(workspace, campaign.id(), Campaign.State.STOPPED);
  }

  /// Nothing of the workspace is left to be cared for: a campaign that went on would be looked at
  /// twice a second beside all tests that follow, and so would a preview that nobody ends.
  public void over() {
    for (var one : store.all(workspace))
      if (one.running()) campaigns.setState(workspace, one.id(), Campaign.State.STOPPED);
    run(
        "update preview set state = 'ENDED', outcome = 'WITHDRAWN', ended_at = now(), settled ="
            + " true where workspace = :workspace and state <> 'ENDED'",
        Map.of());
  }

  /// The user serves the campaign. The keeper would find out within two seconds.
  public void serves(UserId user) {
    RunningHiwar.bean(SkillStore.class)
        .give(
            workspace,
            new UserSkill(user, new org.hiwar.workspace.SkillId(campaign.id().value()), 50));
    floors.planChanged(workspace).join();
    RunningHiwar.bean(PreviewKeeper.class).replan(workspace);
  }

  /// A floor that begins anew just now, or waits for its database, is asked again, as its agents
  /// would: done twice is as once with the commands that tests ask.
  Answer ask(Command command) {
    var reply = new AtomicReference<Reply>();
    Await.until(
        () -> {
          reply.set(floors.submit(workspace, command, "").join());
          return !(reply.get() instanceof Reply.Unavailable);
        });
    return ((Reply.Answered) Objects.requireNonNull(reply.get())).answer();
  }

  /// An agent of the campaign with an open desktop and a telephone, ready.
  PreviewDesk desk(AgentClient agent) {
    var user = UserId.of(agent.id());
    serves(user);
    var connects = new Command.DeviceReady(user);
    var desk = new PreviewDesk(agent, () -> floors.submit(workspace, connects, "").join());
    ask(connects);
    agent.ready().ok();
    return desk;
  }

  void run(String sql, Map<String, ?> values) {
    TestDatabase.database()
        .in(
            workspace.value(),
            db -> db.sql(sql).param("workspace", workspace.value()).params(values).update());
  }

  /// `sql` may name `:workspace` and `:campaign`.
  public long count(String sql) {
    return TestDatabase.database()
        .in(
            workspace.value(),
            db ->
                db.sql(sql)
                    .param("workspace", workspace.value())
                    .param("campaign", campaign.id().value())
                    .query(Long.class)
                    .single());
  }

  /// How often something has happened in this campaign.
  public long events(String kind) {
    return count(
        "select count(*) from record_event where workspace = :workspace and campaign = :campaign"
            + " and kind = '"
            + kind
            + "'");
  }

  public String status(RecordId record) {
    return TestDatabase.database()
        .in(
            workspace.value(),
            db ->
                db.sql(
                        "select status || coalesce(' ' || result, '') from campaign_record where"
                            + " workspace = :workspace and campaign = :campaign and record ="
                            + " :record")
                    .param("workspace", workspace.value())
                    .param("campaign", campaign.id().value())
                    .param("record", record.value())
                    .query(String.class)
                    .single());
  }

  /// What waits is judged again now. The keeper does it every ten seconds.
  void rejudge() {
    RunningHiwar.bean(PreviewKeeper.class).rejudge(workspace);
  }

  /// Rounds of the care, so that what could be handed out has been.
  void rounds() {
    var keeper = RunningHiwar.bean(PreviewKeeper.class);
    keeper.replan(workspace);
    for (int i = 0; i < 3; i++) {
      var unused = keeper.round(workspace);
      ask(new Command.Leave(new org.hiwar.floor.core.WorkId(1)));
    }
  }

  /// An agent's desktop, as far as it is about previews.
  public static final class PreviewDesk implements AutoCloseable {
    public final AgentClient agent;
    private final Runnable telephone;

    public PreviewDesk(AgentClient agent) {
      this(agent, () -> {});
    }

    /// @param telephone connects one that only the test has, of which a floor that has begun anew
    ///     meanwhile knows nothing
    PreviewDesk(AgentClient agent, Runnable telephone) {
      this.agent = agent;
      this.telephone = telephone;
      var window = agent.openDesk();
      Await.until(() -> !window.heartbeats().isEmpty());
    }

    public JsonNode preview() {
      return agent.snapshot().path("previews").path(0);
    }

    /// Waits until the preview of the desk is so.
    public JsonNode shows(String state) {
      Await.until(
          () -> {
            if (preview().path("state").asString("").equals(state)) return true;
            telephone.run();
            return false;
          });
      return preview();
    }

    public void empty() {
      Await.until(() -> agent.snapshot().path("previews").isEmpty());
    }

    public void presence(String state, String status) {
      Await.until(
          () -> {
            var now = agent.snapshot().get("presence");
            return now.get("state").asString().equals(state)
                && now.get("workStatus").asString().equals(status);
          });
    }

    /// What the agent will be after the work; empty: nothing is pending.
    String next() {
      return agent.snapshot().at("/presence/next/state").asString("");
    }

    public AgentClient.Answer send(String what, Object body) {
      return agent.send(
          "POST", "/api/previews/" + preview().get("id").asString() + "/" + what, body);
    }

    /// Waits for the offer and accepts it.
    public JsonNode accepts() {
      var offered = shows("OFFERED");
      send("accept", Map.of("offer", offered.get("offer").asInt())).ok();
      return shows("REVIEWING");
    }

    @Override
    public void close() {
      agent.close();
    }
  }
}
