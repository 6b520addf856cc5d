package org.hiwar.messenger;

import org.hiwar.platform.outbound.OutboundHttp;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What messengers share.
@Configuration(proxyBeanMethods = false)
class MessengerWiring {
  @Bean
  ProviderHttp providerHttp(OutboundHttp http) {
    return new ProviderHttp(http);
  }
}
