package org.hiwar.campaign.preview;

import java.time.Clock;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.SuccessStore;
import org.hiwar.campaign.list.DoNotCallStore;
import org.hiwar.floor.Floors;
import org.hiwar.floor.Plans;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.Workspaces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The hand-out, put together. The floor stands on a part of it, and another part on the floor.
@Configuration(proxyBeanMethods = false)
class PreviewWiring {
  @Bean
  Refusals refusals() {
    return new Refusals();
  }

  @Bean
  Crew crew(ObjectProvider<Floors> floors) {
    return new Crew((workspace, agent) -> floors.getObject().agent(workspace, agent));
  }

  @Bean
  PreviewParts previewParts(Ids ids, Refusals refusals) {
    return new PreviewParts(ids, () -> refusals);
  }

  @Bean
  PreviewGuard previewGuard(
      PreviewGuardStore store,
      CandidateStore candidates,
      Crew crew,
      Refusals refusals,
      Clock clock) {
    return new PreviewGuard(store, candidates, crew, refusals, clock);
  }

  @Bean
  PreviewWork previewWork(ObjectProvider<PreviewKeeper> keeper) {
    return new PreviewWork(keeper::getObject);
  }

  @Bean
  Settlement settlement(
      Database database,
      PreviewStore previews,
      AttemptStore attempts,
      CandidateStore candidates,
      RecordFateStore fates,
      CampaignStore campaigns,
      DispositionStore dispositions,
      DoNotCallStore doNotCall,
      SuccessStore successes,
      CallFacts.Source calls,
      Clock clock) {
    return new Settlement(
        database,
        previews,
        attempts,
        candidates,
        fates,
        campaigns,
        dispositions,
        doNotCall,
        successes,
        calls,
        clock);
  }

  @Bean
  Previews previews(
      Database database,
      PreviewStore previews,
      CandidateStore candidates,
      RecordFateStore fates,
      CampaignStore campaigns,
      DispositionStore dispositions,
      DoNotCallStore doNotCall,
      SuccessStore successes,
      Floors floors,
      ObjectProvider<PreviewListener> listeners,
      Clock clock) {
    return new Previews(
        database,
        previews,
        candidates,
        fates,
        campaigns,
        dispositions,
        doNotCall,
        successes,
        floors,
        listeners.stream().toList(),
        clock);
  }

  @Bean
  Dialling dialling(
      Database database,
      PreviewStore previews,
      AttemptStore attempts,
      CandidateStore candidates,
      CampaignStore campaigns,
      CampaignCalls calls,
      ObjectProvider<PreviewListener> listeners,
      Ids ids,
      Clock clock) {
    return new Dialling(
        database,
        previews,
        attempts,
        candidates,
        campaigns,
        calls,
        listeners.stream().toList(),
        ids,
        clock);
  }

  @Bean
  PreviewKeeper previewKeeper(
      Database database,
      CampaignStore campaigns,
      PreviewStore previews,
      CandidateStore candidates,
      Hopper hopper,
      Crew crew,
      Settlement settlement,
      Previews desk,
      Dialling dialling,
      Floors floors,
      Plans plans,
      CallFacts.Source calls,
      ObjectProvider<PreviewListener> listeners,
      Clock clock) {
    return new PreviewKeeper(
        new PreviewKeeper.Parts(
            database,
            campaigns,
            previews,
            candidates,
            hopper,
            crew,
            settlement,
            desk,
            dialling,
            floors,
            plans,
            calls,
            listeners.stream().toList(),
            clock));
  }

  @Bean
  PreviewJob previewJob(PreviewKeeper keeper, Workspaces workspaces) {
    return new PreviewJob(keeper, workspaces);
  }

  @Bean
  SmartInitializingSingleton previewNews(PreviewJob job, Floors floors) {
    return () -> floors.listen(job);
  }
}
