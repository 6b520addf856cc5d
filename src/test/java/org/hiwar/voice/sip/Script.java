package org.hiwar.voice.sip;

import java.util.Map;
import java.util.TreeMap;

/// What a sipp peer says and expects, step by step; written out as a scenario of sipp. A scenario
/// in sipp's own form says every header of every message again.
public final class Script {
  /// Offers and takes PCMA, PCMU and telephone events.
  static final String SDP = sdp("[local_ip]", "sendrecv", 1);

  private static final String CALLER_OF_SIPP = "<sip:+491701234567@[local_ip]:[local_port]>";
  private static final String TAG = ";tag=[pid]sipp[call_number]";

  private final boolean calls;
  private final String self;
  private final StringBuilder steps = new StringBuilder();
  private final Map<String, String> extra = new TreeMap<>();
  private int branch;

  private Script(boolean calls, String self) {
    this.calls = calls;
    this.self = self;
  }

  /// Of a peer that calls us.
  public static Script caller() {
    return new Script(true, CALLER_OF_SIPP);
  }

  /// Of a peer that we call.
  public static Script callee() {
    return new Script(false, CALLER_OF_SIPP);
  }

  /// Of a phone that registers and calls.
  static Script phone(String user) {
    return new Script(true, "<sip:" + user + "@[remote_ip]:[remote_port]>");
  }

  static String sdp(String address, String direction, int version) {
    return sdp(address, 6_000, direction, version);
  }

  /// Offers the same as [#SDP] with audio on another port of this machine.
  public static String sdpAt(int port) {
    return sdp("[local_ip]", port, "sendrecv", 1);
  }

  private static String sdp(String address, int port, String direction, int version) {
    return "v=0\no=sipp 1 "
        + version
        + " IN IP4 [local_ip]\ns=-\nc=IN IP4 "
        + address
        + "\nt=0 0\nm=audio "
        + port
        + " RTP/AVP 8 0 101\na=rtpmap:8 PCMA/8000\na=rtpmap:0 PCMU/8000\n"
        + "a=rtpmap:101 telephone-event/8000\na=fmtp:101 0-16\na="
        + direction;
  }

  /// A header that the next message has besides the usual ones.
  Script with(String name, String value) {
    extra.put(name, value);
    return this;
  }

  /// The same for a header that sipp itself writes.
  Script withLine(String line) {
    return with(line, "");
  }

  /// A line that the next message has besides, and that is not known before sipp has come to it: it
  /// waits until [Sipp#supply] gives it.
  Script withSupplied(String name) {
    return withLine("[file name=" + name + "]");
  }

  // What sipp says
  // ---------------------------------------------------------------------------------

  public Script invites(String body) {
    return invites("4930901820", 1, body);
  }

  /// Outside of a dialog.
  public Script invites(String user, int sequence, String body) {
    branch = sequence;
    return send(
        "INVITE sip:" + user + "@[remote_ip]:[remote_port] SIP/2.0",
        head("INVITE", sequence, local(), "<sip:" + user + "@[remote_ip]:[remote_port]>"),
        body,
        true);
  }

  /// Outside of a dialog, as the phone `user`.
  Script registers(String user, int sequence) {
    branch = sequence;
    var self = "<sip:" + user + "@[remote_ip]:[remote_port]>";
    extra.put("Expires", "300");
    return send(
        "REGISTER sip:[remote_ip]:[remote_port] SIP/2.0",
        head("REGISTER", sequence, self + TAG, self),
        "",
        true);
  }

  /// Outside of a dialog: whether we are there.
  Script asksByOptions() {
    branch = 1;
    var whom = "sip:[remote_ip]:[remote_port]";
    return send(
        "OPTIONS " + whom + " SIP/2.0", head("OPTIONS", 1, local(), "<" + whom + ">"), "", true);
  }

  /// Within the dialog.
  public Script requests(String method, int sequence, String body) {
    branch = sequence;
    return send(
        method + " [next_url] SIP/2.0", head(method, sequence, local(), remote()), body, true);
  }

  /// Confirms a 2xx.
  public Script acknowledges(int sequence, String body) {
    branch = 1_000 + sequence;
    return send("ACK [next_url] SIP/2.0", head("ACK", sequence, local(), remote()), body, false);
  }

  /// Confirms a refusal, within the transaction of the INVITE.
  public Script acknowledgesRefusal(int sequence) {
    branch = sequence;
    return send(
        "ACK sip:4930901820@[remote_ip]:[remote_port] SIP/2.0",
        head("ACK", sequence, local(), "[last_To]").replace("To: [last_To]", "[last_To:]"),
        "",
        false);
  }

  /// The same within a dialog.
  Script acknowledgesRefusalWithin(int sequence) {
    branch = sequence;
    return send("ACK [next_url] SIP/2.0", head("ACK", sequence, local(), remote()), "", false);
  }

  Script cancels(int sequence) {
    branch = sequence;
    return send(
        "CANCEL sip:4930901820@[remote_ip]:[remote_port] SIP/2.0",
        head("CANCEL", sequence, local(), "<sip:4930901820@[remote_ip]:[remote_port]>"),
        "",
        false);
  }

  /// Answers the last request.
  public Script answers(int status) {
    return answers(status, "");
  }

  public Script answers(int status, String body) {
    return answers(status, body, "[last_CSeq:]\n");
  }

  /// Answers an INVITE although a CANCEL came last.
  Script answersInvite(int status, int sequence, String body) {
    return answers(status, body, "CSeq: " + sequence + " INVITE\n");
  }

  private Script answers(int status, String body, String cseq) {
    var tag = calls ? "" : TAG;
    return send(
        "SIP/2.0 " + status + " Said by sipp",
        "[last_Via:]\n[last_From:]\n[last_To:]" + tag + "\n[last_Call-ID:]\n" + cseq,
        body,
        false);
  }

  /// Like [#answers], where the request had our tag in it already.
  public Script answersWithin(int status, String body) {
    return send(
        "SIP/2.0 " + status + " Said by sipp",
        "[last_Via:]\n[last_From:]\n[last_To:]\n[last_Call-ID:]\n[last_CSeq:]\n",
        body,
        false);
  }

  /// Answers an INVITE of ours although something else came after it.
  Script answersOurs(int sequence, int status, String body) {
    return send(
        "SIP/2.0 " + status + " Said by sipp",
        "Via:[$via]\nFrom: [$from]\nTo: [$to]"
            + TAG
            + "\nCall-ID: [call_id]\nCSeq: "
            + sequence
            + " INVITE\n",
        body,
        false);
  }

  public Script pauses(int ms) {
    steps.append("<pause milliseconds=\"").append(ms).append("\"/>\n");
    return this;
  }

  private String head(String method, int sequence, String from, String to) {
    return "Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=z9hG4bK-[pid]-[call_number]-"
        + branch
        + "\nFrom: "
        + from
        + "\nTo: "
        + to
        + "\nCall-ID: [call_id]\nCSeq: "
        + sequence
        + " "
        + method
        + "\nMax-Forwards: 70\n";
  }

  private String local() {
    return calls ? self + TAG : "[$to]" + TAG;
  }

  private String remote() {
    return calls ? "[$to]" : "[$from]";
  }

  private Script send(String first, String head, String body, boolean repeats) {
    steps.append(repeats ? "<send retrans=\"500\"><![CDATA[\n" : "<send><![CDATA[\n");
    steps.append(first).append('\n').append(head);
    if (!extra.containsKey("Contact"))
      steps.append("Contact: <sip:sipp@[local_ip]:[local_port];transport=[transport]>\n");
    extra.forEach(
        (name, value) -> steps.append(value.isEmpty() ? name : name + ": " + value).append('\n'));
    if (!body.isEmpty() && !extra.containsKey("Content-Type"))
      steps.append("Content-Type: application/sdp\n");
    extra.clear();
    steps.append("Content-Length: [len]\n\n").append(body);
    steps.append(body.isEmpty() ? "" : "\n").append("]]></send>\n");
    return this;
  }

  // What sipp expects
  // ------------------------------------------------------------------------------

  /// An INVITE that begins a dialog.
  public Script receivesInvite() {
    steps.append("<recv request=\"INVITE\" rrs=\"true\"><action>");
    remember("From:", "from");
    remember("To:", "to");
    steps.append("</action></recv>\n");
    return this;
  }

  public Script receives(String method) {
    steps.append("<recv request=\"").append(method).append("\"><action>");
    steps.append("<ereg regexp=\".*\" search_in=\"hdr\" header=\"Via:\" assign_to=\"via\"/>");
    steps.append("</action></recv>\n");
    return this;
  }

  /// A request that must have this in it somewhere.
  Script receives(String method, String pattern) {
    steps.append("<recv request=\"").append(method).append("\"><action>");
    check(pattern);
    steps.append("</action></recv>\n");
    return this;
  }

  public Script receives(int status) {
    steps.append("<recv response=\"").append(status).append("\"/>\n");
    return this;
  }

  Script receives(int status, String pattern) {
    steps.append("<recv response=\"").append(status).append("\"><action>");
    check(pattern);
    steps.append("</action></recv>\n");
    return this;
  }

  /// A response that makes the dialog.
  public Script receivesAnswer(int status) {
    steps.append("<recv response=\"").append(status).append("\" rrs=\"true\"><action>");
    remember("To:", "to");
    steps.append("</action></recv>\n");
    return this;
  }

  public Script maybeReceives(int status) {
    steps.append("<recv response=\"").append(status).append("\" optional=\"true\"/>\n");
    return this;
  }

  /// A demand for a password, to be answered by `[authentication …]` in a following request.
  Script receivesChallenge(int status) {
    steps.append("<recv response=\"").append(status).append("\" auth=\"true\"/>\n");
    return this;
  }

  /// An INVITE whose digest sipp itself finds right; else it is refused with 403.
  Script receivesInviteWithDigest(String user, String password) {
    steps
        .append("<recv request=\"INVITE\" rrs=\"true\" next=\"9\" test=\"right\"><action>")
        .append("<verifyauth assign_to=\"right\" username=\"")
        .append(user)
        .append("\" password=\"")
        .append(password)
        .append("\"/>");
    remember("From:", "from");
    remember("To:", "to");
    steps.append("</action></recv>\n");
    answers(403);
    steps.append("<label id=\"9\"/>\n");
    return this;
  }

  private void remember(String header, String variable) {
    steps
        .append("<ereg regexp=\"[^ ].*\" search_in=\"hdr\" header=\"")
        .append(header)
        .append("\" check_it=\"true\" assign_to=\"")
        .append(variable)
        .append("\"/>");
  }

  private void check(String pattern) {
    steps
        .append("<ereg regexp=\"")
        .append(pattern.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"))
        .append("\" search_in=\"msg\" check_it=\"true\" assign_to=\"seen\"/>");
  }

  String xml() {
    var all = steps.toString();
    var text =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scenario name=\"hiwar\">\n");
    text.append(all);
    for (var variable : new String[] {"from", "to", "seen", "right", "via"})
      if (all.contains("assign_to=\"" + variable + "\""))
        text.append("<Reference variables=\"").append(variable).append("\"/>\n");
    return text.append("</scenario>\n").toString();
  }
}
