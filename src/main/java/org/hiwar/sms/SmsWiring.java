package org.hiwar.sms;

import java.time.Clock;
import javax.net.ssl.SSLSocketFactory;
import org.hiwar.channel.InboxStore;
import org.hiwar.contact.OptOuts;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.outbound.OutboundGuard;
import org.hiwar.platform.outbound.OutboundHttp;
import org.hiwar.sms.http.HttpSms;
import org.hiwar.sms.smpp.LineStore;
import org.hiwar.sms.smpp.OutboundSockets;
import org.hiwar.sms.smpp.PartStore;
import org.hiwar.sms.smpp.SegmentStore;
import org.hiwar.sms.smpp.SmppGround;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the channel together.
@Configuration(proxyBeanMethods = false)
class SmsWiring {
  @Bean
  SmppGround smppGround(
      Database database, Ids ids, InboxStore inbox, OutboundGuard guard, Clock clock) {
    return new SmppGround(
        new PartStore(database, ids, clock),
        new SegmentStore(database, clock),
        new LineStore(database, inbox),
        new OutboundSockets(guard, (SSLSocketFactory) SSLSocketFactory.getDefault()),
        clock);
  }

  @Bean
  SmsChannel smsChannel(SmppGround smpp, OutboundHttp http, OptOuts optOuts) {
    return new SmsChannel(smpp, new HttpSms(http), optOuts);
  }
}
