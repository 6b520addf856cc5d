package org.hiwar.app.demo;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hiwar.app.demo.carrier.DemoCarrier;
import org.hiwar.app.demo.mail.Mailbox;
import org.hiwar.chat.ChatEntry;
import org.hiwar.chat.ChatEntryStore;
import org.hiwar.chat.EntryId;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.Disposition;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.Language;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.NotReadyReason;
import org.hiwar.workspace.NotReadyReasonStore;
import org.hiwar.workspace.ReasonId;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.Team;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.TeamStore;
import org.hiwar.workspace.TeamSupervisorStore;
import org.hiwar.workspace.User;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserSkill;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.hiwar.workspace.access.Passwords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A small shop that sells in two languages: two agents who speak both, one of each language
/// better; for each a service that chats, with a place on a site, and a service that is called,
/// with a number. A campaign is ready to be started. Passwords are `<login>-demo`, published, and
/// refused beyond this machine.
@Component
class DemoWorkspace {
  static final String SLUG = "demo";
  private static final Set<Role> EDITOR = Set.of(Role.AGENT, Role.RECORD_EDITOR);
  private static final Set<Role> ADMINISTRATOR = Set.of(Role.ADMINISTRATOR);
  private static final String PASSWORD_ENDING = "-demo";
  private static final int SPEAKS_WELL = 90;
  private static final int SPEAKS = 50;

  private final Database database;
  private final Workspaces workspaces;
  private final UserStore users;
  private final TeamStore teams;
  private final TeamSupervisorStore supervisors;
  private final SkillStore skills;
  private final ServiceStore services;
  private final DispositionStore dispositions;
  private final NotReadyReasonStore reasons;
  private final ChatEntryStore entries;
  private final DemoTelephony telephony;
  private final DemoCampaign campaign;
  private final DemoChannels channels;
  private final DemoTemplates templates;
  private final DemoCarrier carrier;
  private final Passwords passwords;
  private final Ids ids;
  private final Clock clock;

  DemoWorkspace(
      Database database,
      Workspaces workspaces,
      UserStore users,
      TeamStore teams,
      TeamSupervisorStore supervisors,
      SkillStore skills,
      ServiceStore services,
      DispositionStore dispositions,
      NotReadyReasonStore reasons,
      ChatEntryStore entries,
      DemoTelephony telephony,
      DemoCampaign campaign,
      DemoChannels channels,
      DemoTemplates templates,
      DemoCarrier carrier,
      Passwords passwords,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.workspaces = workspaces;
    this.users = users;
    this.teams = teams;
    this.supervisors = supervisors;
    this.skills = skills;
    this.services = services;
    this.dispositions = dispositions;
    this.reasons = reasons;
    this.entries = entries;
    this.telephony = telephony;
    this.campaign = campaign;
    this.channels = channels;
    this.templates = templates;
    this.carrier = carrier;
    this.passwords = passwords;
    this.ids = ids;
    this.clock = clock;
  }

  /// All of it or nothing; then its campaign, which needs the rest to be there.
  WorkspaceId create(String slug) {
    var made = createStaff(slug);
    campaign.create(made);
    return made;
  }

  private WorkspaceId createStaff(String slug) {
    return database.inDirectory(
        _ -> {
          var workspace = workspaces.create(slug, "Hiwar demo").id();
          var team = new Team(new TeamId(ids.next()), "Customer care");
          teams.add(workspace, team);
          var amal = user(workspace, "amal", "أمل", EDITOR, Language.AR, team.id());
          var sam = user(workspace, "sam", "Sam", Set.of(Role.AGENT), Language.EN, team.id());
          var rana =
              user(workspace, "rana", "Rana", Set.of(Role.SUPERVISOR), Language.EN, team.id());
          supervisors.set(workspace, team.id(), Set.of(rana));
          user(workspace, "admin", "Administrator", ADMINISTRATOR, Language.EN, null);
          var arabic = language(workspace, "ar", "العربية");
          var english = language(workspace, "en", "English");
          give(workspace, amal, Map.of(arabic, SPEAKS_WELL, english, SPEAKS));
          give(workspace, sam, Map.of(english, SPEAKS_WELL, arabic, SPEAKS));
          var called = telephony.english(workspace);
          var arabicCalled = telephony.arabic(workspace);
          var chats = chat(workspace, "Orders", "web", "en", called);
          var arabicChats = chat(workspace, "الطلبات", "web-ar", "ar", arabicCalled);
          channels.sms(workspace, chats, arabicChats);
          channels.messenger(workspace, chats, arabicChats);
          var mails = channels.mail(workspace, "Orders by email", Mailbox.ENGLISH, "en");
          var arabicMails = channels.mail(workspace, "الطلبات بالبريد", Mailbox.ARABIC, "ar");
          for (var service :
              List.of(chats, arabicChats, called, arabicCalled, mails, arabicMails)) {
            give(workspace, amal, Map.of(service.skill(), SPEAKS_WELL));
            give(workspace, sam, Map.of(service.skill(), SPEAKS_WELL));
          }
          templates.create(workspace);
          telephony.limits(workspace);
          dispositions(workspace);
          reasons(workspace);
          return workspace;
        });
  }

  /// How to get in: as long as a published password is still in use, and lets anybody in.
  List<String> startLines(boolean exposed) {
    var workspace = workspaces.find(SLUG);
    if (exposed || workspace.isEmpty()) return List.of();
    var logins = users.demoLogins(workspace.get().id());
    if (logins.isEmpty()) return List.of();
    var lines = new ArrayList<String>();
    lines.add("Be a customer: /demo/, in Arabic /demo/?lang=ar");
    lines.add("Web shop:      /demo/shop.html, in Arabic /demo/shop.html?lang=ar");
    if (carrier.isRunning())
      lines.add("Telephone:     /demo/phone.html, in Arabic /demo/phone.html?lang=ar");
    lines.add(
        "Log in as:     "
            + String.join(
                ", ",
                logins.stream().map(login -> login + " / " + login + PASSWORD_ENDING).toList()));
    return lines;
  }

  private UserId user(
      WorkspaceId workspace,
      String login,
      String name,
      Set<Role> roles,
      Language language,
      @Nullable TeamId team) {
    var user =
        new User(
            new UserId(ids.next()),
            login,
            name,
            roles,
            team,
            language,
            false,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    users.add(workspace, user, passwords.hash(login + PASSWORD_ENDING), true);
    return user.id();
  }

  private SkillId language(WorkspaceId workspace, String code, String name) {
    var skill = new Skill(new SkillId(ids.next()), Skill.Kind.LANGUAGE, code, name);
    skills.add(workspace, skill);
    return skill.id();
  }

  private void give(WorkspaceId workspace, UserId user, Map<SkillId, Integer> levels) {
    levels.forEach((skill, level) -> skills.give(workspace, new UserSkill(user, skill, level)));
  }

  private Service chat(
      WorkspaceId workspace, String name, String entry, String language, Service called) {
    var service = DemoServices.usual(new ServiceId(ids.next()), name, Medium.CHAT);
    services.add(workspace, service);
    entries.add(
        workspace,
        new ChatEntry(
            new EntryId(ids.next()),
            entry,
            service.id(),
            name,
            language,
            List.of(),
            "Hello! How can we help?",
            "أهلًا بك! كيف يمكننا مساعدتك؟",
            "#0d5c63",
            called.id()));
    return service;
  }

  private void dispositions(WorkspaceId workspace) {
    int position = 0;
    for (var each :
        List.of(
            Map.entry("RESOLVED", Disposition.Kind.SUCCESS),
            Map.entry("ANSWER_PROVIDED", Disposition.Kind.SUCCESS),
            Map.entry("CALL_BACK", Disposition.Kind.CONTINUE),
            Map.entry("NOT_RESOLVED", Disposition.Kind.FAILURE),
            Map.entry("WRONG_CONTACT", Disposition.Kind.FAILURE),
            Map.entry("SPAM", Disposition.Kind.SPAM))) {
      boolean last = each.getValue() != Disposition.Kind.CONTINUE;
      dispositions.add(
          workspace,
          new Disposition(
              new DispositionId(ids.next()),
              Set.of(),
              each.getKey(),
              null,
              each.getValue(),
              last,
              ++position));
    }
  }

  private void reasons(WorkspaceId workspace) {
    int position = 0;
    for (var code : List.of("BREAK", "LUNCH", "TRAINING"))
      reasons.add(workspace, new NotReadyReason(new ReasonId(ids.next()), code, null, ++position));
  }
}
