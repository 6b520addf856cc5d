package org.hiwar.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final ServiceId ORDERS = new ServiceId(1);
  private static final ServiceId RETURNS = new ServiceId(2);

  private static Template template(
      @Nullable List<String> channels, @Nullable List<ServiceId> services, String... languages) {
    var texts = Stream.of(languages).map(each -> new TemplateText(each, "", "text")).toList();
    return new Template(new TemplateId(1), "Summary", "sum", channels, services, texts, 1);
  }

  private static String chosen(List<String> wanted, String... languages) {
    return template(null, null, languages).in(wanted).language();
  }

  @Test
  void theTextIsInTheCustomersLanguage() {
    assertThat(chosen(List.of("en"), "ar", "en")).isEqualTo("en");
    assertThat(chosen(List.of("ar-SY"), "en", "ar")).isEqualTo("ar");
    assertThat(chosen(List.of("pt-BR"), "pt", "pt-BR")).isEqualTo("pt-BR");
    assertThat(chosen(List.of("fr", "en"), "ar", "en")).isEqualTo("en");
  }

  @Test
  void whoseLanguageIsNotThereGetsTheFirst() {
    assertThat(chosen(List.of("fr"), "ar", "en")).isEqualTo("ar");
    assertThat(chosen(List.of(), "ar", "en")).isEqualTo("ar");
  }

  @Test
  void oneForAllIsForAll() {
    assertThat(template(null, null, "en").isFor("sms")).isTrue();
    assertThat(template(null, null, "en").isForAny(List.of())).isTrue();
  }

  @Test
  void oneForSomeIsForThoseAlone() {
    var some = template(List.of("sms", "web"), List.of(ORDERS), "en");
    assertThat(some.isFor("WEB")).isTrue();
    assertThat(some.isFor("email")).isFalse();
    assertThat(some.isForAny(List.of(RETURNS, ORDERS))).isTrue();
    assertThat(some.isForAny(List.of(RETURNS))).isFalse();
    assertThat(some.isForAny(List.of())).isFalse();
  }
}
