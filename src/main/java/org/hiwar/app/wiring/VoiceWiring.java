package org.hiwar.app.wiring;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.hiwar.campaign.preview.PreviewJob;
import org.hiwar.contact.ContactStore;
import org.hiwar.conversation.CallCodeStore;
import org.hiwar.conversation.Calls;
import org.hiwar.conversation.Departures;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.view.Catalogs;
import org.hiwar.floor.Floors;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.WorkState;
import org.hiwar.platform.DataFolder;
import org.hiwar.platform.Ids;
import org.hiwar.platform.web.Listening;
import org.hiwar.voice.call.AgentLegs;
import org.hiwar.voice.call.AgentsOnCalls;
import org.hiwar.voice.call.CallControl;
import org.hiwar.voice.call.CallDetailStore;
import org.hiwar.voice.call.CallLimits;
import org.hiwar.voice.call.CallOffice;
import org.hiwar.voice.call.CallSweepJob;
import org.hiwar.voice.call.CallerIds;
import org.hiwar.voice.call.CodeDoor;
import org.hiwar.voice.call.ConsultationStore;
import org.hiwar.voice.call.Consultations;
import org.hiwar.voice.call.IncomingCalls;
import org.hiwar.voice.call.InternalCallStore;
import org.hiwar.voice.call.InternalCalls;
import org.hiwar.voice.call.LiveCalls;
import org.hiwar.voice.call.OutgoingCalls;
import org.hiwar.voice.call.OutgoingGuard;
import org.hiwar.voice.call.PhoneNumbers;
import org.hiwar.voice.call.PhoneTransfers;
import org.hiwar.voice.call.QueueRules;
import org.hiwar.voice.call.RecordingRules;
import org.hiwar.voice.call.RecordingStore;
import org.hiwar.voice.call.Recordings;
import org.hiwar.voice.call.Routes;
import org.hiwar.voice.call.SideCalls;
import org.hiwar.voice.call.Sounds;
import org.hiwar.voice.call.Studio;
import org.hiwar.voice.call.Telephones;
import org.hiwar.voice.call.WebCalls;
import org.hiwar.voice.device.ChosenDevices;
import org.hiwar.voice.device.PhoneBook;
import org.hiwar.voice.device.SipPhone;
import org.hiwar.voice.line.OwnPlace;
import org.hiwar.voice.line.TrunkDirectory;
import org.hiwar.voice.media.play.Pacer;
import org.hiwar.voice.media.record.Recorder;
import org.hiwar.voice.media.rtp.Reports;
import org.hiwar.voice.media.rtp.TrunkPorts;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.voice.sip.SipLimits;
import org.hiwar.voice.sip.SipSettings;
import org.hiwar.voice.sip.jain.JainEndpoint;
import org.hiwar.voice.webrtc.WebRtcPort;
import org.hiwar.voice.webrtc.WebRtcSettings;
import org.hiwar.voice.webrtc.dtls.DtlsIdentity;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.Workspaces;
import org.hiwar.workspace.limit.RateLimits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Telephony: its ports, its calls, and what floor and desks hear of them.
@Configuration(proxyBeanMethods = false)
class VoiceWiring {
  @Bean
  VoicePorts voicePorts(Environment settings, Listening listening) {
    return VoicePorts.from(settings, listening);
  }

  @Bean
  OwnPlace ownPlace(VoicePorts ports) {
    return new OwnPlace(ports.advertised(), ports.bind(), ports.media());
  }

  @Bean(destroyMethod = "close")
  Pacer pacer() {
    return new Pacer("pacer", System::nanoTime);
  }

  @Bean(destroyMethod = "close")
  TrunkPorts trunkPorts(VoicePorts ports) {
    int loops = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new TrunkPorts(
        new TrunkPorts.Place(ports.bind(), ports.media(), loops, CallLimits.SILENCE),
        System::nanoTime,
        new SecureRandom());
  }

  @Bean(destroyMethod = "close")
  WebRtcPort webRtcPort(VoicePorts ports, Clock clock) {
    var random = new SecureRandom();
    var settings =
        new WebRtcSettings(
            new InetSocketAddress(ports.bind(), ports.webRtc()), ports.advertised(), Reports.USUAL);
    return VoicePorts.open(
        () ->
            new WebRtcPort(settings, DtlsIdentity.create(random, clock), random, System::nanoTime),
        () ->
            "The audio of browsers cannot be received on port "
                + ports.webRtc()
                + "; stop what uses the port, or name another with HIWAR_WEBRTC_PORT");
  }

  @Bean(destroyMethod = "close")
  Recorder recorder(DataFolder folder, RecordingStore recordings) {
    return new Recorder(
        folder.path().resolve("recordings"), System::nanoTime, new Recordings(recordings));
  }

  @Bean
  Studio studio(VoicePorts ports, TrunkPorts trunks, Pacer pacer, Recorder recorder) {
    return new Studio(
        trunks,
        ports.advertised(),
        pacer,
        recorder,
        Sounds.ours(),
        System::nanoTime,
        new SecureRandom());
  }

  @Bean
  AgentLegs agentLegs(WebRtcPort port) {
    return new AgentLegs(port, System::nanoTime, new SecureRandom());
  }

  @Bean
  Telephones telephones(
      AgentLegs legs,
      PhoneBook phones,
      ChosenDevices chosen,
      Studio studio,
      ObjectProvider<SipEndpoint> sip,
      OutgoingGuard guard,
      Routes routes) {
    var outside = new Telephones.Outside(studio, sip::getObject, guard, routes);
    return new Telephones(legs, phones, chosen, outside);
  }

  @Bean
  LiveCalls liveCalls(CallDetailStore details) {
    return new LiveCalls(details);
  }

  @Bean
  CallViews callViews(
      LiveCalls calls,
      CallDetailStore details,
      RecordingStore recordings,
      ConsultationStore consultations,
      Catalogs catalogs) {
    return new CallViews(calls, details, recordings, consultations, catalogs);
  }

  @Bean
  SideCalls sideCalls(ObjectProvider<Desks> desks) {
    return new SideCalls(
        List.of((workspace, agent) -> desks.getObject().agentChanged(workspace, agent)));
  }

  @Bean
  SideCallViews sideCallViews(
      SideCalls calls, InteractionStore interactions, ContactStore contacts, Catalogs catalogs) {
    return new SideCallViews(calls, interactions, contacts, catalogs);
  }

  @Bean
  Engagements engagements(ObjectProvider<Floors> floors) {
    return new Engagements(floors::getObject);
  }

  @Bean
  FloorWork floorWork(
      ObjectProvider<Floors> floors,
      InteractionStore interactions,
      Engagements engagements,
      Clock clock) {
    return new FloorWork(floors, interactions, engagements, clock);
  }

  @Bean
  AgentDevices agentDevices(ObjectProvider<Floors> floors, Telephones telephones) {
    return new AgentDevices(floors, telephones::ready);
  }

  @Bean
  QueueBoard queueBoard() {
    return new QueueBoard();
  }

  /// What is drawn from the calls: the desks that show them, and the pages they came from.
  @Bean
  CallOffice callOffice(
      Studio studio,
      Telephones telephones,
      ObjectProvider<SipEndpoint> sip,
      CallDetailStore details,
      RecordingStore recordings,
      RecordingRules rules,
      QueueRules queueRules,
      QueueBoard places,
      ObjectProvider<Departures> departures,
      FloorWork work,
      ConsultationStore consultations,
      InternalCallStore internalCalls,
      SideCalls sides,
      ObjectProvider<PhoneTransfers> transfers,
      ObjectProvider<Desks> desks,
      ObjectProvider<WebCalls> web,
      ObjectProvider<PreviewJob> previews,
      Clock clock,
      Ids ids) {
    return new CallOffice(
        studio,
        telephones,
        sip::getObject,
        details,
        recordings,
        rules,
        queueRules,
        places,
        departures::getObject,
        work,
        consultations,
        internalCalls,
        sides,
        transfers::getObject,
        List.of(
            (workspace, call) -> desks.getObject().callChanged(workspace, call),
            (workspace, call) -> web.getObject().changed(workspace, call),
            (workspace, call) -> previews.getObject().wake(workspace)),
        clock,
        ids);
  }

  @Bean
  OutgoingCalls outgoingCalls(
      CallOffice office,
      CallerIds callerIds,
      Routes routes,
      OutgoingGuard guard,
      Calls conversations,
      LiveCalls calls) {
    return new OutgoingCalls(office, callerIds, routes, guard, conversations, calls);
  }

  @Bean
  CallControl callControl(LiveCalls calls, OutgoingCalls outgoing, FloorWork work) {
    return new CallControl(calls, outgoing, work);
  }

  @Bean
  PhoneTransfers phoneTransfers(
      CallControl control, InteractionStore interactions, UserStore users) {
    return new PhoneTransfers(control, interactions, users);
  }

  @Bean
  Consultations consultations(
      CallControl control, LiveCalls calls, OutgoingCalls outgoing, FloorWork work, Ids ids) {
    return new Consultations(control, calls, outgoing, work, ids);
  }

  @Bean
  InternalCalls internalCalls(CallOffice office) {
    return new InternalCalls(office);
  }

  @Bean
  CodeDoor codeDoor(CallCodeStore codes, Calls conversations, RateLimits limits) {
    return new CodeDoor(codes, conversations, limits);
  }

  @Bean
  IncomingCalls incomingCalls(
      CallOffice office, PhoneNumbers numbers, CodeDoor door, LiveCalls calls) {
    return new IncomingCalls(office, numbers, door, calls);
  }

  @Bean
  WebCalls webCalls(WebRtcPort port, CallOffice office, Calls conversations, LiveCalls calls) {
    return new WebCalls(port, office, conversations, calls);
  }

  @Bean(destroyMethod = "close")
  SipEndpoint sipEndpoint(
      VoicePorts ports, TrunkDirectory trunks, PhoneBook phones, IncomingCalls calls, Clock clock) {
    var settings =
        new SipSettings(
            ports.bind(),
            ports.sip(),
            ports.advertised(),
            SipPhone.REALM,
            ports.digests(),
            SipLimits.usual());
    var endpoint = JainEndpoint.open(settings, trunks, phones, calls, clock, new SecureRandom());
    trunks.listen(() -> Thread.startVirtualThread(endpoint::trunksChanged));
    return endpoint;
  }

  @Bean
  CallSweepJob callSweepJob(
      CallOffice office, LiveCalls calls, InteractionStore interactions, Workspaces workspaces) {
    return new CallSweepJob(office, calls, interactions, workspaces);
  }

  /// Tells the board what the floors decide.
  @Bean
  BoardNews boardNews(QueueBoard board, Floors floors) {
    return new BoardNews(board, floors);
  }

  record BoardNews(QueueBoard board, Floors floors) {
    BoardNews {
      floors.listen(board);
    }
  }

  /// Joins those who hear of what agents telephone with and those who tell, after all of them are
  /// there.
  @Bean
  SmartInitializingSingleton deviceNews(
      AgentLegs legs,
      LiveCalls calls,
      InternalCalls internal,
      Telephones telephones,
      AgentDevices devices,
      Engagements engagements,
      Floors floors,
      SipEndpoint sip) {
    return () -> {
      legs.listen(
          (workspace, agent, ready) -> {
            if (!telephones.isBrowser(workspace, agent)) return;
            calls.changed(workspace, agent, ready);
            internal.changed(workspace, agent, ready);
          });
      legs.listen(telephones);
      telephones.listen(devices);
      sip.listen(telephones);
      floors.listen(engagements);
      floors.listen(devices);
    };
  }

  /// An agent who takes part in a call of somebody else has one, too.
  @Bean
  AgentsOnCalls agentsOnCalls(Floors floors) {
    return (workspace, agent) ->
        floors.agent(workspace, agent).filter(VoiceWiring::isOnCall).isPresent();
  }

  private static boolean isOnCall(AgentView agent) {
    return agent.engaged()
        || agent.held().stream()
            .anyMatch(
                row ->
                    row.work().medium() == Medium.VOICE && row.state() instanceof WorkState.Active);
  }
}
