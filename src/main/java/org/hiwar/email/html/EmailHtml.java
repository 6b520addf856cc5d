package org.hiwar.email.html;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/// Makes HTML of mails harmless (security row 2): only what stands on a list goes through, no
/// script, no style sheet, no form, no address that loads anything by itself. The page that shows
/// it lies in a frame without rights all the same.
public final class EmailHtml {
  /// How deep elements may lie in each other: beyond, the parser closes them.
  private static final int DEPTH = 200;

  /// Of one document. Mails of shops have some thousand; the time of a parser can grow with the
  /// square of them, so what has more is shown as its bare text.
  static final int TAGS = 50_000;

  /// Looked at once for each run of spaces: a mail of a million of them would keep us for hours.
  private static final String SPACES_BEFORE_THE_END = "(?<![ \t])[ \t]++\n";

  private static final String[] BLOCK = {
    "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col"
  };
  private static final Set<String> BREAKS =
      Set.of(
          "p",
          "div",
          "tr",
          "li",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "pre",
          "table",
          "ul",
          "ol",
          "hr",
          "section",
          "article",
          "header",
          "footer",
          "center");

  private EmailHtml() {}

  /// What may be shown of a mail.
  ///
  /// @param html harmless
  /// @param remote whether pictures from elsewhere are left out of it, or would be
  public record Shown(String html, boolean remote) {}

  /// @param remote what is shown for the pictures from elsewhere (`data:`), by their addresses;
  /// those
  ///     that are missing are left out
  /// @param inline addresses (`data:`) of the pictures that came along, by their cid
  public static Shown shown(String html, Map<String, String> remote, Map<String, String> inline) {
    if (isTangled(html)) return new Shown(ofText(bare(html)), false);
    var dirty = parse(html);
    var clean = new Cleaner(allowed()).clean(dirty);
    for (var styled : clean.select("[style]")) {
      var style = EmailStyle.harmless(styled.attr("style"));
      if (style.isEmpty()) styled.removeAttr("style");
      else styled.attr("style", style);
    }
    boolean elsewhere = false;
    for (var image : clean.select("img")) elsewhere |= placed(image, remote, inline);
    for (var link : clean.select("a[href]"))
      link.attr("target", "_blank").attr("rel", "noopener noreferrer nofollow");
    clean.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
    return new Shown(clean.body().html(), elsewhere);
  }

  /// The addresses of the pictures that lie elsewhere, over HTTPS, each once and in their order.
  public static List<String> pictures(String html) {
    if (isTangled(html)) return List.of();
    return new Cleaner(allowed())
        .clean(parse(html)).select("img").stream()
            .map(image -> image.attr("src").strip())
            .filter(source -> source.toLowerCase(Locale.ROOT).startsWith("https:"))
            .distinct()
            .toList();
  }

  private static Safelist allowed() {
    return Safelist.relaxed()
        .addTags(BLOCK)
        .addTags(
            "font", "center", "hr", "s", "del", "ins", "big", "address", "bdi", "bdo", "details",
            "summary")
        .addAttributes(":all", "dir", "lang", "align", "title", "style")
        .addAttributes("font", "color", "size", "face")
        .addAttributes("table", "border", "cellpadding", "cellspacing", "bgcolor", "width")
        .addAttributes("td", "bgcolor", "width", "height", "valign", "nowrap")
        .addAttributes("th", "bgcolor", "width", "height", "valign", "nowrap")
        .addAttributes("tr", "bgcolor", "valign")
        .addAttributes("img", "width", "height", "alt")
        .removeProtocols("a", "href", "ftp")
        .addProtocols("a", "href", "tel")
        .removeProtocols("img", "src", "http")
        .addProtocols("img", "src", "http", "https", "cid", "data")
        .removeAttributes("blockquote", "cite")
        .removeAttributes("q", "cite");
  }

  /// Puts the picture that came along in its place, or leaves one from elsewhere out. True: it is
  /// from elsewhere.
  private static boolean placed(
      Element image, Map<String, String> remote, Map<String, String> inline) {
    var source = image.attr("src").strip();
    var scheme = source.substring(0, Math.max(0, source.indexOf(':'))).toLowerCase(Locale.ROOT);
    switch (scheme) {
      case "cid" -> {
        var content = inline.get(source.substring(4).strip());
        if (content == null) image.removeAttr("src");
        else image.attr("src", content);
        return false;
      }
      case "data" -> {
        if (!source.matches("(?i)data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\\s]*+"))
          image.removeAttr("src");
        return false;
      }
      case "http", "https" -> {
        var content = remote.get(source);
        if (content == null) image.removeAttr("src");
        else image.attr("src", content);
        return true;
      }
      default -> {
        image.removeAttr("src");
        return false;
      }
    }
  }

  /// Text as a page shows it, with an empty line between paragraphs at most.
  public static String text(String html) {
    if (html.isBlank()) return "";
    if (isTangled(html)) return bare(html);
    var body = parse(html);
    body.select("script,style,head,title,template,noscript").remove();
    var text = new StringBuilder();
    NodeTraversor.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              var some = words.text();
              boolean atStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
              text.append(atStart ? some.stripLeading() : some);
            } else if (node.nameIs("br")) text.append('\n');
            else if (node.nameIs("li")) text.append(newLine(text)).append("- ");
            else if (BREAKS.contains(node.normalName())) text.append(newLine(text));
          }

          @Override
          public void tail(Node node, int depth) {
            if (node.nameIs("p")) text.append(newLine(text)).append('\n');
            else if (node.nameIs("td")) text.append(' ');
            else if (BREAKS.contains(node.normalName())) text.append(newLine(text));
          }
        },
        body.body());
    return tidy(text.toString());
  }

  private static String tidy(String text) {
    return text.replace('\u00a0', ' ')
        .replaceAll(SPACES_BEFORE_THE_END, "\n")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  private static boolean isTangled(String html) {
    return html.chars().filter(c -> c == '<').limit(TAGS + 1).count() > TAGS;
  }

  /// What is between the tags, in one pass.
  private static String bare(String html) {
    var text = new StringBuilder();
    int at = 0;
    for (int tag = html.indexOf('<'); tag >= 0; tag = html.indexOf('<', at)) {
      text.append(html, at, tag).append(' ');
      int end = html.indexOf('>', tag);
      at = end < 0 ? html.length() : end + 1;
    }
    var words = text.append(html, at, html.length()).toString();
    return tidy(Parser.unescapeEntities(words, false).replaceAll(" {2,}", " "));
  }

  private static String newLine(StringBuilder text) {
    return text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "" : "\n";
  }

  /// Plain text as HTML, each line in its own direction.
  public static String ofText(String text) {
    var html = new StringBuilder();
    for (var line : text.replace("\r\n", "\n").split("\n", -1))
      html.append("<div dir=\"auto\">")
          .append(line.isBlank() ? "<br>" : Entities.escape(line))
          .append("</div>");
    return html.toString();
  }

  private static Document parse(String html) {
    var parser = Parser.htmlParser().setMaxDepth(DEPTH);
    return Jsoup.parse(html, "", parser);
  }
}
