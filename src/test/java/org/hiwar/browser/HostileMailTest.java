package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.hiwar.email.MailHouse;
import org.hiwar.testing.Await;
import org.hiwar.testing.DemoHiwar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// What people wrote to harm, in a real browser: messages, notes, names and calling records on
/// every screen that shows them; and mails whose HTML would run scripts, ask other servers or leave
/// its frame, read by another agent. Two ports wait for whoever comes: one for the pictures that
/// the agent may ask for, one for everything else, to which nobody ever comes.
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileMailTest {
  private static final Words WORDS = Words.in("en");

  /// Adds a mailbox to the demonstration, beside the one of the language.
  private static final String ACCOUNT =
      """
      async settings => {
        const send = (path, body) =>
          fetch(path, {method: 'POST', body: JSON.stringify(body), headers: {'X-Hiwar': '1', 'Content-Type': 'application/json'}});
        await send('/api/login', {workspace: 'demo', login: 'admin', password: 'admin-demo'});
        const other = (await (await fetch('/api/channel-accounts')).json()).find(a => a.channel === 'email' && a.language === 'en');
        const account = {name: 'Tortured', address: 'tortured@shop.example', service: other.service, language: 'en', settings, enabled: true};
        return (await send('/api/channel-accounts', {channel: 'email', account})).status;
      }\
      """;

  /// Whatever runs says so in each of these ways. `@` is the port to which nobody comes.
  private static final String RUN =
      "fetch('http://@/ran');top.postMessage('ran','*');alert('ran');document.title='ran'";

  private static final List<String> SCRIPTS =
      List.of(
          "<script>" + RUN + "</script>",
          "<script src=\"http://@/s.js\"></script>",
          "<img src=x onerror=\"" + RUN + "\">",
          "<svg onload=\"" + RUN + "\"><script>" + RUN + "</script></svg>",
          "<svg><animate onbegin=\"" + RUN + "\" attributeName=x dur=1s></svg>",
          "<svg><foreignObject><body onload=\"" + RUN + "\"></foreignObject></svg>",
          "<math><mtext><table><mglyph><style><img src=x onerror=\""
              + RUN
              + "\"></style></table></mtext></math>",
          "<details open ontoggle=\"" + RUN + "\">x</details>",
          "<input autofocus onfocus=\"" + RUN + "\">",
          "<marquee onstart=\"" + RUN + "\">x</marquee>",
          "<video><source onerror=\"" + RUN + "\"></video>",
          "<noscript><p title=\"</noscript><img src=x onerror=alert('ran')>\"></noscript>",
          "<iframe srcdoc=\"<script>top.postMessage('ran','*')</script>\"></iframe>",
          "<iframe src=\"javascript:top.postMessage('ran','*')\"></iframe>",
          "<object data=\"data:text/html,<script>top.postMessage('ran','*')</script>\"></object>",
          "<meta http-equiv=refresh content=\"0;url=javascript:alert('ran')\">");

  private static final List<String> REQUESTS =
      List.of(
          "<base href=\"http://@/\"><img src=\"relative.png\">",
          "<meta http-equiv=refresh content=\"0;url=http://@/refresh\">",
          "<link rel=stylesheet href=\"http://@/a.css\"><link rel=preload as=image"
              + " href=\"https://@/a.png\"><link rel=icon href=\"http://@/i.ico\"><link"
              + " rel=preconnect href=\"http://@\">",
          "<style>@import url(http://@/b.css); body{background:url(https://@/b.png)} "
              + "@font-face{font-family:f;src:url(https://@/f.woff)} p{font-family:f}</style>",
          "<p style=\"background:url(https://@/c.png);list-style-image:url('https://@/l.png')\">x</p>",
          "<p style=\"cursor:url(https://@/cursor.png),auto;content:url(https://@/x.png)\">x</p>",
          "<div style=\"background-image:image-set('https://@/set.png' 1x)\">x</div>",
          "<iframe src=\"http://@/frame\"></iframe><frameset><frame src=\"http://@/f\"></frameset>",
          "<object data=\"http://@/o\"></object><embed src=\"http://@/e\">",
          "<audio autoplay src=\"https://@/a.mp3\"></audio><video autoplay"
              + " poster=\"https://@/v.png\" src=\"https://@/v.mp4\"></video>",
          "<input type=image src=\"https://@/input.png\"><body background=\"https://@/body.png\">",
          "<table background=\"https://@/t.png\"><tr><td background=\"https://@/td.png\">x</table>",
          "<svg><image href=\"https://@/svg.png\"/><use href=\"http://@/u.svg#a\"/></svg>",
          "<form id=f action=\"http://@/form\"><input name=p value=1></form>"
              + "<button form=f autofocus>x</button>",
          "<img srcset=\"http://@/set.png 1x\"><img src=\"http://@/plain.png\">",
          "<a href=\"http://@/a\" ping=\"http://@/ping\" target=_top>x</a>");

  /// Keeps what a mail manages to tell the page around it.
  private static final String HEARD =
      """
      window.heard = []
      window.addEventListener('message', said => said.data === 'ran' && window.heard.push(said.data))\
      """;

  private static MailHouse mail;
  private static DemoHiwar hiwar;
  private static Chromium chromium;
  private static URI address;

  @BeforeAll
  static void open() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "hostile-mail-").toAbsolutePath();
    mail = new MailHouse();
    hiwar = DemoHiwar.start(data);
    address = hiwar.address();
    chromium = Ears.hearing(700);
  }

  @AfterAll
  static void close() {
    if (chromium != null) chromium.close();
    if (hiwar != null) hiwar.close();
    if (mail != null) mail.close();
  }

  /// Leaves nothing behind that would ring at whoever reads the mails.
  @Test
  @Order(1)
  void whatWasWrittenToHarmIsPlainTextOnEveryScreen() {
    new HostileWalk(chromium.browser(), address).walk();
  }

  @Test
  @Order(2)
  void noScriptRunsAndNobodyIsAskedForAnything() {
    try (var trap = new Trap();
        var pictures = new Trap();
        var operator = new AgentWindow(chromium.browser(), address, WORDS);
        var agent = new AgentWindow(chromium.browser(), address, WORDS)) {
      Assertions.assertThat(operator.page().evaluate(ACCOUNT, mail.settings(Map.of())))
          .isEqualTo(201);
      var ran = watch(agent.page());
      agent.logIn("sam", "sam-demo");
      agent.ready();
      comes("scripts", SCRIPTS, trap, pictures);
      agent.accept();
      assertThat(agent.at("email")).hasCount(1);
      // The first a of its domain is a Cyrillic one.
      assertThat(agent.at("email")).containsText(WORDS.of("mail.mark.lookalike"));
      comes("requests", REQUESTS, trap, pictures);
      assertThat(agent.at("email")).hasCount(2);
      var page = "";
      for (var subject : List.of("scripts", "requests")) {
        read(agent, subject, pictures);
        page = agent.at("email-frame").getAttribute("src");
        Picture.take(agent.page(), "hostile-mail-" + subject);
        agent.closeDialog();
      }
      Assertions.assertThat(agent.page().evaluate("() => window.heard")).isEqualTo(List.of());
      Assertions.assertThat(agent.errors()).isEmpty();
      alone(agent, page, pictures);
      Assertions.assertThat(ran).isEmpty();
      Assertions.assertThat(trap.visitors()).isZero();
    }
  }

  private static void comes(String subject, List<String> html, Trap trap, Trap pictures) {
    var picture = "<img src=\"https://" + pictures.place() + "/" + subject + ".png\">";
    mail.comes(
        "From: Support <support@xn--pypal-4ve.example>\nTo: "
            + MailHouse.OURS
            + "\nSubject: Re: offer\nMessage-ID: <"
            + subject
            + "@x.example>\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>"
            + subject
            + " begin</p>"
            + picture
            + "\n"
            + String.join("\n", html)
                .replace("@/", trap.place() + "/")
                .replace("@\"", trap.place() + "\"")
            + "\n");
  }

  /// Says whatever a script has managed to do, as it does it.
  static List<String> watch(Page page) {
    var ran = new CopyOnWriteArrayList<String>();
    page.onDialog(
        dialog -> {
          ran.add(dialog.message());
          dialog.dismiss();
        });
    page.context().onPage(other -> ran.add("a page of its own: " + other.url()));
    page.addInitScript(HEARD);
    page.reload();
    return ran;
  }

  /// Opens the mail, sees that no picture was asked for, asks for them, and sees that they were.
  private static void read(AgentWindow agent, String subject, Trap pictures) {
    int before = pictures.visitors();
    agent
        .at("email")
        .filter(new Locator.FilterOptions().setHasText(subject + " begin"))
        .getByTestId("email-open")
        .click();
    assertThat(frame(agent).getByText(subject + " begin")).isVisible();
    var rights = agent.at("email-frame").getAttribute("sandbox");
    Assertions.assertThat(rights)
        .doesNotContain("scripts", "same-origin", "forms", "top-navigation");
    Assertions.assertThat(pictures.visitors()).isEqualTo(before);
    agent.at("email-pictures").click();
    Await.until(() -> pictures.visitors() > before);
    assertThat(frame(agent).getByText(subject + " begin")).isVisible();
  }

  private static FrameLocator frame(AgentWindow agent) {
    return agent.page().frameLocator("[data-testid=email-frame]");
  }

  /// The page of the frame by itself, as somebody might open it: what it is served with holds
  /// there, too.
  private static void alone(AgentWindow agent, String page, Trap pictures) {
    int before = pictures.visitors();
    agent.page().navigate(address.resolve(page).toString());
    assertThat(agent.page().getByText("requests begin")).isVisible();
    Await.until(() -> pictures.visitors() > before);
    assertThat(agent.page()).hasTitle("");
  }
}
