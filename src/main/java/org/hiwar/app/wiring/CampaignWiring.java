package org.hiwar.app.wiring;

import java.time.Clock;
import org.hiwar.campaign.list.ListStore;
import org.hiwar.campaign.preview.CallFacts;
import org.hiwar.campaign.preview.CampaignCalls;
import org.hiwar.campaign.preview.PreviewListener;
import org.hiwar.campaign.preview.Reviews;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.PhoneContacts;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.view.Catalogs;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.voice.call.LiveCalls;
import org.hiwar.voice.call.OutgoingCalls;
import org.hiwar.voice.call.Telephones;
import org.hiwar.workspace.UserStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What campaigns need of telephony and conversations, and what desks see of them.
@Configuration(proxyBeanMethods = false)
class CampaignWiring {
  @Bean
  CampaignCalls campaignCalls(
      ObjectProvider<OutgoingCalls> calls, ObjectProvider<Telephones> telephones, FloorWork work) {
    return new PreviewTelephony(calls, telephones, work);
  }

  @Bean
  CallFacts.Source callFacts(InteractionStore interactions, ObjectProvider<LiveCalls> calls) {
    return new CampaignCallFacts(interactions, calls);
  }

  @Bean
  PreviewListener previewsOnDesks(ObjectProvider<Desks> desks) {
    return (workspace, agent) -> desks.getObject().agentChanged(workspace, agent);
  }

  @Bean(destroyMethod = "close")
  PreviewViews previewViews(
      Reviews reviews,
      ListStore lists,
      Catalogs catalogs,
      ContactStore contacts,
      UserStore users,
      Database database,
      Ids ids,
      ObjectProvider<Desks> desks,
      Clock clock) {
    var phones = new PhoneContacts(database, ids, clock);
    return new PreviewViews(
        database, reviews, lists, catalogs, contacts, phones, users, desks::getObject, clock);
  }
}
