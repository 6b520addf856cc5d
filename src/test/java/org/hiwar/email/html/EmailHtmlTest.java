package org.hiwar.email.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// HTML of strangers, made harmless.
class EmailHtmlTest {
  private static String shown(String html) {
    return EmailHtml.shown(html, Map.of(), Map.of()).html();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\" java\tscript:alert(1)\">x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<iframe src=https://x.example></iframe>",
        "<object data=x><embed src=x>",
        "<form action=https://x.example><input name=p><button>x</button></form>",
        "<meta http-equiv=refresh content=\"0;url=https://x.example\">",
        "<base href=https://x.example>",
        "<link rel=stylesheet href=https://x.example>",
        "<style>@import 'https://x.example'</style>",
        "<p style=\"background:url(https://x.example)\">x</p>",
        "<p style=\"color:red;position:fixed;top:0\">x</p>",
        "<p style=\"width:expression(alert(1))\">x</p>",
        "<math><mtext><table><mglyph><style><img src=x"
            + " onerror=alert(1)></style></table></mtext></math>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<img src=\"data:image/svg+xml;base64,PHN2Zz4=\">",
        "<table background=https://x.example><tr><td>x</table>",
        "<video poster=https://x.example src=https://x.example></video>",
        "<input type=image src=https://x.example>",
        "<p onclick=alert(1) id=x class=y>x</p>",
        "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>"
      })
  void whatCouldDoAnythingIsGone(String html) {
    var shown = shown(html).toLowerCase(Locale.ROOT);
    assertThat(shown)
        .doesNotContain(
            "<script", "<iframe", "<object", "<embed", "<form", "<input", "<button", "<meta",
            "<base")
        .doesNotContain(
            "<link", "<style", "<svg", "<math", "<video", "onerror=", "onload=", "onclick=")
        .doesNotContain(
            "javascript:",
            "x.example",
            "url(",
            "expression",
            "position",
            "svg+xml",
            "id=\"",
            "class=\"");
    assertThat(shown).as("cleaned once is clean").isEqualTo(shown(shown).toLowerCase(Locale.ROOT));
  }

  @Test
  void picturesFromElsewhereAreLeftOutUntilAskedFor() {
    var html =
        "<p>a<img src=\"https://x.example/p.png\"><img src=\"cid:logo\"><img src=\"cid:none\"></p>";
    var inline = Map.of("logo", "data:image/png;base64,AAAA");
    var without = EmailHtml.shown(html, Map.of(), inline);
    assertThat(without.remote()).isTrue();
    assertThat(without.html()).doesNotContain("x.example").contains("data:image/png;base64,AAAA");
    var with =
        EmailHtml.shown(
            html, Map.of("https://x.example/p.png", "data:image/png;base64,BBBB"), inline);
    assertThat(with.remote()).isTrue();
    assertThat(with.html()).contains("base64,BBBB").doesNotContain("cid:", "x.example");
    assertThat(EmailHtml.pictures(html + html + "<img src=http://y.example/q.png>"))
        .containsExactly("https://x.example/p.png");
    assertThat(EmailHtml.shown("<img src=\"cid:logo\">", Map.of(), inline).remote()).isFalse();
  }

  @Test
  void looksAndDirectionsStay() {
    assertThat(
            shown("<div dir=rtl style=\"text-align: right; color: #f00; float: left\">مرحبا</div>"))
        .isEqualTo("<div dir=\"rtl\" style=\"text-align: right; color: #f00;\">مرحبا</div>");
    assertThat(shown("<a href=\"https://x.example/a\">x</a>"))
        .contains("target=\"_blank\"", "noopener", "noreferrer");
  }

  @Test
  void whatIsNestedWithoutEndIsShownAllTheSame() {
    assertThat(shown("<div>".repeat(100_000) + "deep")).contains("deep");
    assertThat(EmailHtml.text("<b>".repeat(100_000) + "deep")).isEqualTo("deep");
    assertThat(EmailHtml.text("<table><tr><td>a".repeat(20_000))).contains("a");
  }

  /// Looked at from each of its spaces anew, it took hours.
  @Test
  void aMailOfNothingButSpacesIsReadSoon() {
    var spaces = "\u00a0".repeat(2_000_000) + "x";
    assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> assertThat(EmailHtml.text(spaces + "<br>a &nbsp;<br>b")).endsWith("x\na\nb"));
  }

  /// Each of these words has to be put before all tables so far: that took minutes.
  @Test
  void aMailOfNothingButTagsIsShownAsItsWords() {
    var tables = "<table>x<b onclick=y()>&lt;y</table>".repeat(55_000) + "<script>";
    assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> {
          assertThat(EmailHtml.text(tables)).startsWith("x <y x <y");
          assertThat(shown(tables)).startsWith("<div dir=\"auto\">x &lt;y x");
        });
  }

  @Test
  void textIsWhatAPageWouldShow() {
    assertThat(EmailHtml.text("<ul><li>one<li>two</ul>a&nbsp;b<br>c<table><tr><td>x<td>y</table>"))
        .isEqualTo("- one\n- two\na b\nc\nx y");
    assertThat(EmailHtml.ofText("a < b\n\nمرحبا"))
        .isEqualTo(
            "<div dir=\"auto\">a &lt; b</div><div dir=\"auto\"><br></div><div"
                + " dir=\"auto\">مرحبا</div>");
  }
}
