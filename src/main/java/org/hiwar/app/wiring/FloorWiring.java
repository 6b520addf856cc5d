package org.hiwar.app.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hiwar.campaign.preview.PreviewGuard;
import org.hiwar.campaign.preview.PreviewParts;
import org.hiwar.campaign.preview.PreviewWork;
import org.hiwar.chat.ChatAttendance;
import org.hiwar.conversation.Departures;
import org.hiwar.conversation.InteractionChanges;
import org.hiwar.conversation.InteractionListener;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.MessageListener;
import org.hiwar.conversation.Messages;
import org.hiwar.conversation.ParticipantParts;
import org.hiwar.conversation.PostponementStore;
import org.hiwar.desktop.desk.Attendance;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.floor.CommitParts;
import org.hiwar.floor.Floors;
import org.hiwar.floor.OpenWork;
import org.hiwar.floor.Plans;
import org.hiwar.floor.WorkspacePlans;
import org.hiwar.floor.shell.LocalPlacement;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.workspace.Qualifications;
import org.hiwar.workspace.ServiceHours;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.ServicesListener;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.StaffListener;
import org.hiwar.workspace.Workspaces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The floors, and what they are told and tell.
@Configuration(proxyBeanMethods = false)
class FloorWiring {
  /// A commit that is not answered for so long has no known outcome.
  private static final Duration COMMIT = Duration.ofSeconds(5);

  @Bean
  Plans plans(ServiceStore services, Qualifications people) {
    return new WorkspacePlans(services, people);
  }

  @Bean
  ArrivingWork arrivingWork(SkillStore skills, InteractionStore interactions) {
    return new ArrivingWork(skills, interactions);
  }

  @Bean(destroyMethod = "close")
  LocalPlacement placement(
      DatabaseAccess database,
      Plans plans,
      ArrivingWork work,
      PreviewParts previewParts,
      PreviewGuard guard,
      PreviewWork previews) {
    CommitParts history =
        (workspace, events) -> {
          var parts = new ArrayList<>(InteractionChanges.parts(workspace, Changes.of(events)));
          parts.addAll(ParticipantParts.of(workspace, GuestChanges.of(events)));
          parts.addAll(previewParts.of(workspace, events));
          return parts;
        };
    OpenWork open =
        workspace -> {
          var all = new ArrayList<>(work.open(workspace));
          all.addAll(previews.open(workspace));
          return all;
        };
    return new LocalPlacement(
        new LocalPlacement.Surroundings(database.limited(COMMIT), plans, history, guard, open));
  }

  @Bean
  Floors floors(LocalPlacement placement, Plans plans) {
    return new Floors(placement, plans);
  }

  /// Who joins or leaves a team joins or leaves what it serves.
  @Bean
  StaffListener staffNews(Floors floors) {
    return workspace -> floors.planChanged(workspace);
  }

  /// Mails are offered or taken, and put in order, by the rules of their services.
  @Bean
  ServicesListener serviceNews(Floors floors) {
    return workspace -> floors.planChanged(workspace);
  }

  @Bean
  PostponedMails postponedMails(
      Floors floors, PostponementStore postponements, Messages messages, Workspaces workspaces) {
    var mails = new PostponedMails(floors, postponements, workspaces);
    floors.listen(mails);
    messages.listen((MessageListener) mails);
    return mails;
  }

  @Bean
  Departures departures(Floors floors, InteractionStore interactions, ArrivingWork work) {
    return new Leaving(floors, interactions, work);
  }

  @Bean
  ChatAttendance chatAttendance(Floors floors, Plans plans, ServiceHours hours, Clock clock) {
    return new AgentsAtDesks(floors, plans, hours, clock);
  }

  @Bean
  FloorNews floorNews(
      Floors floors,
      Desks desks,
      Attendance attendance,
      ObjectProvider<InteractionListener> channels) {
    var news = new FloorNews(desks, attendance, channels.stream().toList());
    floors.listen(news);
    return news;
  }

  /// Floors begin with the process, not with their first command: offers and wrap-ups have
  /// deadlines.
  @Bean
  ApplicationRunner startFloors(LocalPlacement placement, Workspaces workspaces, FloorNews news) {
    return _ ->
        List.copyOf(workspaces.all()).forEach(workspace -> placement.floorOf(workspace.id()));
  }
}
