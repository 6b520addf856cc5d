package org.hiwar.template.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.Requirement;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.TestBrowser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("api")
class TemplatesApiTest {
  private static final String PATH = "/api/templates";

  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final TestBrowser administrator = browser();

  private TestBrowser browser() {
    shop.administrator("administrator");
    return shop.browser("administrator");
  }

  private static Map<String, Object> text(String language, String text) {
    return Map.of("language", language, "subject", "", "text", text);
  }

  private static Map<String, Object> template() {
    var template = new LinkedHashMap<String, Object>();
    template.put("name", "Summary");
    template.put("shortcut", "Sum");
    template.put("channels", null);
    template.put("services", null);
    template.put("texts", List.of(text("en", "Hello {{customer.name}}"), text("ar", "أهلًا")));
    return template;
  }

  private static Map<String, Object> with(String field, @Nullable Object value) {
    var template = template();
    template.put(field, value);
    return template;
  }

  private static Map<String, Object> saying(String text) {
    return with("texts", List.of(text("en", text)));
  }

  private JsonNode create(Map<String, Object> template) {
    return administrator.post(PATH, template).expect(201).body();
  }

  private String refused(Map<String, Object> template) {
    return administrator.post(PATH, template).expect(422).problem();
  }

  private static List<String> languages(JsonNode template) {
    return template.path("texts").valueStream().map(t -> t.path("language").asString()).toList();
  }

  @Test
  @Requirement("S0-75")
  void aTemplateIsKeptChangedAndRemoved() {
    var made = create(template());
    assertThat(made.path("shortcut").asString()).isEqualTo("sum");
    assertThat(made.path("channels").isNull()).isTrue();

    var changed = with("name", "Short");
    changed.put("channels", List.of("sms", "web", "sms"));
    changed.put("services", List.of(shop.service()));
    changed.put("texts", List.of(text("pt-br", "Olá")));
    var path = PATH + "/" + made.path("id").asString();
    var after =
        administrator.put(path, Map.of("version", 1, "template", changed)).expect(200).body();
    assertThat(after.path("version").asLong()).isEqualTo(2);
    assertThat(after.path("channels").toString()).isEqualTo("[\"sms\",\"web\"]");
    assertThat(languages(after)).containsExactly("pt-BR");
    assertThat(administrator.get(PATH).expect(200).body().path(0)).isEqualTo(after);

    assertThat(
            administrator
                .put(path, Map.of("version", 1, "template", changed))
                .expect(409)
                .problem())
        .isEqualTo("changed");
    administrator.send("DELETE", path, null).expect(204);
    assertThat(administrator.get(PATH).expect(200).body().size()).isZero();
    administrator.send("DELETE", path, null).expect(404);
  }

  @Test
  void aShortcutIsOfOneTemplate() {
    create(template());
    assertThat(administrator.post(PATH, with("shortcut", "SUM")).expect(409).problem())
        .isEqualTo("template-shortcut-taken");
    var other = create(with("shortcut", "خلاصة-2"));
    var path = PATH + "/" + other.path("id").asString();
    assertThat(
            administrator
                .put(path, Map.of("version", 1, "template", template()))
                .expect(409)
                .problem())
        .isEqualTo("template-shortcut-taken");
  }

  @Test
  @Requirement("S0-75")
  void aVariableThatNobodyKnowsIsRefusedAndNamed() {
    var answer = administrator.post(PATH, saying("Hello {{customer.nmae}}")).expect(422);
    assertThat(answer.problem()).isEqualTo("template-variable-unknown");
    assertThat(answer.body().path("about").asString()).isEqualTo("customer.nmae");
    assertThat(answer.body().path("language").asString()).isEqualTo("en");
    assertThat(answer.body().path("detail").asString()).contains("{{customer.nmae}}");
    assertThat(refused(saying("Hello {{customer.name"))).isEqualTo("template-braces-open");
    assertThat(refused(saying("{{ask:}}"))).isEqualTo("template-question-invalid");
  }

  @Test
  void whatATemplateCannotBeIsRefused() {
    assertThat(refused(with("name", " "))).isEqualTo("name-invalid");
    assertThat(refused(with("shortcut", "two words"))).isEqualTo("template-shortcut-invalid");
    assertThat(refused(with("shortcut", "x".repeat(33)))).isEqualTo("template-shortcut-invalid");
    assertThat(refused(with("channels", List.of()))).isEqualTo("template-channels-invalid");
    assertThat(refused(with("channels", List.of("pigeon")))).isEqualTo("template-channels-invalid");
    assertThat(refused(with("services", List.of("1")))).isEqualTo("template-services-invalid");
    assertThat(refused(with("texts", List.of()))).isEqualTo("template-texts-missing");
    assertThat(refused(saying(" \n "))).isEqualTo("template-text-invalid");
    assertThat(refused(saying("x".repeat(4_001)))).isEqualTo("template-text-invalid");
    assertThat(refused(saying("a\u0007b"))).isEqualTo("template-text-invalid");
    for (var wrong : Arrays.asList("", "english!", "und", "x-klingon"))
      assertThat(refused(with("texts", List.of(text(wrong, "Hello")))))
          .isEqualTo("template-language-invalid");
    assertThat(refused(with("texts", List.of(text("en", "Hello"), text("EN", "Hi")))))
        .isEqualTo("template-language-twice");
    var twoLines = Map.of("language", "en", "subject", "a\nb", "text", "Hello");
    assertThat(refused(with("texts", List.of(twoLines)))).isEqualTo("template-subject-invalid");
    assertThat(administrator.get(PATH).expect(200).body().size()).isZero();
  }

  @Test
  void aTextIsReadBeforeItIsSaved() {
    var read =
        administrator
            .post(
                "/api/template-preview",
                Map.of("subject", "{{today}} {{x}}", "text", "Hi {{agent.name}}"))
            .expect(200)
            .body();
    assertThat(read.path("subject").path("fault").asString())
        .isEqualTo("template-variable-unknown");
    assertThat(read.path("subject").path("about").asString()).isEqualTo("x");
    assertThat(read.path("text").path("parts").path(1).path("missing").asString())
        .isEqualTo("agent.name");
  }

  @Test
  void thereIsSomethingToChooseFrom() {
    var choices = administrator.get("/api/template-choices").expect(200).body();
    assertThat(choices.path("channels").valueStream().map(JsonNode::asString))
        .contains("web", "sms", "email", "whatsapp");
    assertThat(choices.path("languages").toString()).isEqualTo("[\"ar\",\"en\"]");
    assertThat(choices.path("services").valueStream().map(s -> s.path("name").asString()))
        .contains("Orders");
    assertThat(choices.path("variables").toString()).contains("customer.name", "service.number");
  }
}
