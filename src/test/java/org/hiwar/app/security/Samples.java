package org.hiwar.app.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A request for every endpoint: the body it takes, with the ids of a workspace where the braces
/// are. An endpoint that is missing here fails the tests that go through all of them.
final class Samples {
  private static final Map<String, String> BODIES = new TreeMap<>();

  /// Settings of a campaign, as they come from a screen.
  private static final String CAMPAIGN =
      "{'rules': {'hours': {'schedules': [], 'holidays': {'days': []}}, 'centre': {'zone':"
          + " 'Asia/Damascus', 'openings': [], 'holidays': {'days': []}}, 'limits': {'perRecord':"
          + " 10, 'perNumber': 6, 'perDayRecord': 3, 'perDayNumber': 2}, 'strategy': 'IN_ORDER',"
          + " 'dialRules': {}, 'safeHours': false, 'postalZones': {'byBeginning': {}},"
          + " 'localRules': [], 'quotas': {'quotas': []}, 'rescheduleOutsideHours': false},"
          + " 'previewAutoAccept': false, 'previewTimerSeconds': 0, 'skipAllowed': true,"
          + " 'rejectAllowed': true, 'skipDelay': 'PT5M', 'maxSkips': 0, 'skipReasons': [],"
          + " 'defaultPreviewDisposition': '{disposition}', 'explicitDisposition': false,"
          + " 'revealBeforeAccept': false, 'allowOtherNumbers': true, 'fieldsShown': [],"
          + " 'schedule': {'runs': []}, 'help': ''}";

  static {
    BODIES.put("POST /api/login", "{'login': 'nobody', 'password': 'not the password'}");
    BODIES.put("POST /api/logout", "");
    BODIES.put("PUT /api/me/language", "{'language': 'en'}");
    BODIES.put(
        "POST /api/me/password",
        "{'current': 'not the password', 'next': 'olive tree on the hill'}");
    BODIES.put(
        "POST /api/users",
        "{'login': 'sample', 'name': 'Sample', 'password': 'olive tree on the hill', 'roles':"
            + " ['AGENT'], 'team': '{team}', 'language': 'en', 'skills': [{'skill': '{skill}',"
            + " 'level': 50}]}");
    BODIES.put(
        "PATCH /api/users/{user}",
        "{'name': 'Renamed', 'team': '{team}', 'skills': [{'skill': '{skill}', 'level': 50}]}");
    var team =
        "{'name': 'Sample', 'members': ['{user}'], 'supervisors': ['{user}'], 'services':"
            + " ['{service}']}";
    BODIES.put("POST /api/teams", team);
    BODIES.put("PUT /api/teams/{team}", team.replace("'Sample'", "'Changed'"));
    BODIES.put(
        "POST /api/skills",
        "{'code': 'fr', 'name': 'French', 'people': [{'user': '{user}', 'level': 50}]}");
    BODIES.put(
        "PUT /api/skills/{skill}",
        "{'name': 'Changed', 'people': [{'user': '{user}', 'level': 50}]}");
    BODIES.put("PUT /api/colleagues/{user}/favourite", "");
    BODIES.put("POST /api/attachments", "");
    BODIES.put(
        "POST /api/services", "{'name': 'Sample', 'medium': 'CHAT', 'zone': 'Asia/Damascus'}");
    BODIES.put(
        "PUT /api/services/{service}",
        "{'name': 'Sample', 'priority': 1, 'offerSeconds': 20, 'wrapUpSeconds': 60,"
            + " 'requiresDisposition': false, 'prefersLevel': false, 'prefersLastAgent': true,"
            + " 'preferSeconds': 30, 'relaxSeconds': 30, 'most': 2, 'inactivityMinutes': 10,"
            + " 'absenceSeconds': 60, 'silenceMinutes': 1440, 'closed': {'english': '', 'arabic':"
            + " ''}, 'promisePercent': 80, 'promiseSeconds': 20, 'hours': {'zone': 'Asia/Damascus',"
            + " 'openings': [], 'holidays': {'days': []}}, 'teams': ['{team}'], 'skills':"
            + " [{'skill': '{skill}', 'level': 50}]}");
    BODIES.put("POST /api/not-ready-reasons", "{'name': 'Sample'}");
    BODIES.put("PUT /api/not-ready-reasons", "{'reasons': ['{reason}']}");
    BODIES.put("PUT /api/not-ready-reasons/{reason}", "{'name': 'Sample'}");
    BODIES.put("POST /api/attachments/copies", "{'message': '{message}'}");
    BODIES.put(
        "POST /api/emails",
        "{'id': '7f9c24e5-2a4b-4b5c-8d6e-0123456789ac', 'conversation': '{conversation}',"
            + " 'contact': '{contact}', 'account': '{account}', 'to': [], 'cc': [], 'subject': '',"
            + " 'text': 'Sample', 'files': [], 'inReplyTo': '{message}', 'quoted': null}");
    BODIES.put("POST /api/conversations/{conversation}/emails/{message}/split", "");
    BODIES.put(
        "POST /api/conversations/{conversation}/emails/{message}/merge", "{'into': '{message}'}");
    BODIES.put("POST /api/conversations/{conversation}/emails/{message}/undo", "");
    BODIES.put("PUT /api/me/email-signature", "{'text': 'Sample'}");
    BODIES.put("PUT /api/desk/presence", "{'state': 'NOT_READY', 'reason': '{reason}'}");
    BODIES.put("POST /api/queue/{interaction}/take", "");
    BODIES.put(
        "POST /api/interactions/{interaction}/postpone",
        "{'until': '2030-01-01T08:00:00Z', 'note': 'Sample', 'seenSeq': 1}");
    BODIES.put(
        "PUT /api/emails/services/{service}",
        "{'pulled': true, 'precedence': 1, 'answerWithinMinutes': 60}");
    BODIES.put(
        "POST /api/interactions/{interaction}/transfer",
        "{'service': '{service}', 'colleague': null, 'whole': false, 'note': 'Sample'}");
    BODIES.put(
        "POST /api/interactions/{interaction}/guests", "{'colleague': '{user}', 'note': 'Sample'}");
    BODIES.put("POST /api/interactions/{interaction}/join", "");
    BODIES.put("POST /api/interactions/{interaction}/leave", "");
    BODIES.put("POST /api/interactions/{interaction}/hand-over", "{'colleague': '{user}'}");
    BODIES.put("POST /api/supervision/{interaction}/join", "");
    BODIES.put("POST /api/offers/{interaction}/accept", "{'offer': 1}");
    BODIES.put("POST /api/offers/{interaction}/decline", "{'offer': 1}");
    BODIES.put(
        "POST /api/conversations/{conversation}/messages",
        "{'id': '7f9c24e5-2a4b-4b5c-8d6e-0123456789ab', 'interaction': '{interaction}', 'text':"
            + " 'Sample'}");
    BODIES.put(
        "POST /api/messages",
        "{'id': '7f9c24e5-2a4b-4b5c-8d6e-0123456789ac', 'conversation': '{conversation}',"
            + " 'contact': '{contact}', 'channel': 'postcard', 'account': '{account}', 'to': null,"
            + " 'text': 'Sample', 'thread': null, 'files': [], 'service': '{service}',"
            + " 'template': null}");
    BODIES.put("POST /api/messages/{conversation}/{seq}/retry", "");
    BODIES.put("POST /api/conversations/{conversation}/call-code", "");
    BODIES.put("PUT /api/conversations/{conversation}/contact", "{'contact': '{contact}'}");
    BODIES.put("PUT /api/conversations/{conversation}/read", "{'seq': 1}");
    BODIES.put(
        "POST /api/conversations/{conversation}/complete",
        "{'seenSeq': 1, 'disposition': '{disposition}', 'notes': ''}");
    BODIES.put(
        "PUT /api/interactions/{interaction}/notes",
        "{'notes': 'Sample', 'disposition': '{disposition}'}");
    BODIES.put("POST /api/interactions/{interaction}/end", "");
    BODIES.put("POST /api/previews/{preview}/accept", "{'offer': 1}");
    BODIES.put("POST /api/previews/{preview}/reject", "{'offer': 1}");
    BODIES.put(
        "POST /api/previews/{preview}/complete",
        "{'disposition': '{disposition}', 'notes': 'Sample'}");
    BODIES.put("POST /api/previews/{preview}/skip", "{'reason': null}");
    BODIES.put("POST /api/previews/{preview}/dial", "{'position': 1, 'number': null}");
    BODIES.put(
        "PUT /api/previews/{preview}/correction",
        "{'fields': [{'field': 'First', 'was': '', 'value': 'Layla'}]}");
    BODIES.put(
        "PUT /api/previews/{preview}/next-call",
        "{'at': '2027-01-04T09:00:00Z', 'from': null, 'until': null, 'number': null, 'onlyMe':"
            + " true}");
    var account =
        "{'name': 'Sample', 'address': 'box 2', 'service': '{service}', 'language': null,"
            + " 'settings': {'host': 'here', 'code': 'sample'}, 'enabled': false}";
    BODIES.put("POST /api/channel-accounts", "{'channel': 'postcard', 'account': " + account + "}");
    BODIES.put("PUT /api/channel-accounts/{account}", "{'version': 1, 'account': " + account + "}");
    BODIES.put("POST /api/channel-accounts/{account}/test", "");
    BODIES.put(
        "PUT /api/channel-accounts/{account}/templates",
        "{'name': 'news', 'language': 'en', 'header': '', 'body': 'Hello', 'footer': ''}");
    BODIES.put("POST /api/channel-accounts/{account}/templates/read", "");
    var template =
        "{'name': 'Sample', 'shortcut': 'sample', 'channels': null, 'services': ['{service}'],"
            + " 'texts': [{'language': 'en', 'subject': '', 'text': 'Hello {{customer.name}}'}]}";
    BODIES.put("POST /api/templates", template);
    BODIES.put("PUT /api/templates/{template}", "{'version': 1, 'template': " + template + "}");
    BODIES.put("POST /api/template-preview", "{'subject': '', 'text': 'Hello'}");
    BODIES.put("POST /api/failed-deliveries/{conversation}/{seq}/again", "");
    BODIES.put("POST /api/set-aside/{item}/again", "");
    BODIES.put("POST /api/phone", "{'sdp': 'no description'}");
    BODIES.put(
        "POST /api/calls",
        "{'number': '+4930901820', 'service': '{service}', 'contact': '{contact}', 'conversation':"
            + " '{conversation}'}");
    BODIES.put("PUT /api/calls/{interaction}/held", "{'held': true}");
    BODIES.put("PUT /api/calls/{interaction}/muted", "{'muted': true}");
    BODIES.put("POST /api/calls/{interaction}/keys", "{'keys': '12#'}");
    BODIES.put("PUT /api/calls/{interaction}/recording", "{'state': 'PAUSED'}");
    BODIES.put("POST /api/calls/{interaction}/transfer", "{'number': '+4930901820'}");
    BODIES.put("POST /api/calls/{interaction}/consultation", "{'user': '{user}'}");
    BODIES.put("PUT /api/calls/{interaction}/consultation", "{'with': 'ALL'}");
    BODIES.put("POST /api/calls/{interaction}/consultation/complete", "");
    BODIES.put("POST /api/internal-calls", "{'user': '{user}'}");
    BODIES.put("POST /api/internal-calls/{side}/answer", "");
    BODIES.put("POST /api/internal-calls/{side}/decline", "");
    BODIES.put("POST /api/internal-calls/{side}/end", "");
    BODIES.put("PUT /api/internal-calls/{side}/muted", "{'muted': true}");
    BODIES.put("PATCH /api/contacts/{contact}", "{'name': 'Sample', 'version': 1}");
    BODIES.put(
        "POST /api/contacts/{contact}/addresses",
        "{'kind': 'EMAIL', 'value': 'sample@example.com'}");
    BODIES.put(
        "POST /api/contacts/{contact}/merges",
        "{'other': '{duplicate}', 'take': ['NAME'], 'version': 1, 'otherVersion': 1}");
    BODIES.put("POST /api/contacts/{contact}/addresses/{kind}/{value}/earlier", "");
    BODIES.put("PUT /api/contacts/{contact}/opt-outs/{channel}/{value}", "");
    BODIES.put(
        "PUT /api/contacts/{contact}/preferred-channel", "{'channel': 'voice', 'version': 1}");
    BODIES.put("PUT /api/retention", "{'recordings': 365, 'conversations': null, 'rawItems': 30}");
    var due =
        "'dueAt': '"
            + Instant.now().plus(Duration.ofDays(1))
            + "', 'zone': 'Asia/Damascus', 'note': '', 'remindMinutes': 10";
    BODIES.put("POST /api/activities/{interaction}/follow-ups", "{" + due + "}");
    BODIES.put("PUT /api/follow-ups/{followUp}", "{" + due + ", 'version': 1}");
    BODIES.put(
        "PUT /api/conversations/{conversation}/messages/{seq}",
        "{'text': 'Sample', 'mentions': ['{user}']}");
    BODIES.put("DELETE /api/conversations/{conversation}/messages/{seq}", "");
    BODIES.put("POST /api/mentions/{message}/seen", "");
    BODIES.put("POST /api/follow-ups/{followUp}/done", "");
    BODIES.put("POST /api/follow-ups/{followUp}/cancel", "");
    BODIES.put("POST /api/contacts/{contact}/photo", "no picture");
    var trunk =
        "{'name': 'Sample', 'position': 2, 'host': 'sample.invalid', 'port': 5060, 'transport':"
            + " 'UDP', 'user': 'sample', 'password': 'sample', 'registers': true, 'checked': true,"
            + " 'followsRedirects': false, 'alsoFrom': []}";
    BODIES.put("POST /api/trunks", trunk);
    BODIES.put("PUT /api/trunks/{trunk}", trunk.replace("'Sample'", "'Changed'"));
    BODIES.put("POST /api/trunks/{trunk}/test", "");
    BODIES.put("PUT /api/device", "{'kind': 'PHONE', 'phone': '{phone}', 'number': null}");
    var phone = "{'name': 'Sample', 'user': '{user}', 'login': 'sample', 'password': 'olive tree'}";
    BODIES.put("POST /api/phones", phone);
    BODIES.put("PUT /api/phones/{phone}", phone);
    BODIES.put(
        "POST /api/phone-numbers",
        "{'trunk': '{trunk}', 'number': '+493023125102', 'service': '{service}', 'language':"
            + " null}");
    BODIES.put("PUT /api/phone-numbers/{number}", "{'service': '{service}', 'language': null}");
    BODIES.put(
        "PUT /api/call-limits",
        "{'country': 'DE', 'openCountries': [], 'opensPremium': false, 'opensLocal': false,"
            + " 'callsAMinute': 30, 'callsAtOnce': 20}");
    var chat =
        "{'name': 'Sample', 'slug': 'sample', 'service': '{service}', 'language': 'en', 'origins':"
            + " ['https://shop.example'], 'en': {'title': '', 'greeting': 'Hello', 'closed': ''},"
            + " 'ar': {'title': '', 'greeting': '', 'closed': ''}, 'look': {'accent': '#0d5c63',"
            + " 'side': 'END'}, 'form': {'name': 'OPTIONAL', 'email': 'NO', 'phone': 'REQUIRED'},"
            + " 'away': 'WAIT', 'calls': null, 'files': true}";
    BODIES.put("POST /api/chat-entries", chat);
    BODIES.put("POST /api/chat-entries/{entry}/identity", "");
    BODIES.put("PUT /api/chat-entries/{entry}", "{'version': 1, 'entry': " + chat + "}");
    BODIES.put("PUT /api/services/{service}/voice", "{'callerId': '{number}', 'recording': 'ON'}");
    var list =
        "{'name': 'Sample', 'region': 'SY', 'zone': 'Asia/Damascus', 'expiresDays': 90, 'fields':"
            + " {'all': [{'name': 'Phone', 'type': 'PHONE', 'kind': 'MOBILE', 'of': null,"
            + " 'required': true, 'searchable': true, 'key': true}], 'expiresAfter': null}}";
    BODIES.put("POST /api/lists", list);
    BODIES.put("PUT /api/lists/{list}", list.replace("'Sample'", "'Changed'"));
    BODIES.put("POST /api/lists/{list}/imports", "Phone");
    BODIES.put("POST /api/imports/{import}/cancel", "");
    BODIES.put("POST /api/import-preview", "Phone");
    BODIES.put("POST /api/contact-import-preview", "email");
    BODIES.put("POST /api/contact-imports", "email");
    BODIES.put("POST /api/contact-imports/{contactImport}/cancel", "");
    BODIES.put(
        "POST /api/import-formats",
        "{'name': 'Sample', 'encoding': null, 'separator': ';', 'header': true, 'dates':"
            + " 'DAY_FIRST', 'columns': [{'header': 'Phone', 'field': 'Phone'}]}");
    var doNotCall =
        "{'name': 'Sample', 'kind': 'NUMBER', 'field': null, 'expiresDays': 90, 'everywhere': true,"
            + " 'fed': true}";
    BODIES.put("POST /api/do-not-call", doNotCall);
    BODIES.put("PUT /api/do-not-call/{doNotCall}", doNotCall.replace("'Sample'", "'Changed'"));
    BODIES.put(
        "POST /api/do-not-call/{doNotCall}/entries",
        "{'values': ['+963112345678'], 'region': 'SY', 'reason': ''}");
    BODIES.put("POST /api/do-not-call/{doNotCall}/imports", "+963112345678");
    BODIES.put("POST /api/campaigns", "{'name': 'Sample', 'calls': null, 'zone': 'Asia/Damascus'}");
    BODIES.put(
        "PUT /api/campaigns/{campaign}",
        "{'name': 'Changed', 'calls': null, 'enabled': false, 'offerSeconds': 20, 'settings': "
            + CAMPAIGN
            + "}");
    BODIES.put("POST /api/campaigns/{campaign}/clone", "{'name': 'Copy'}");
    BODIES.put("POST /api/campaigns/{campaign}/start", "");
    BODIES.put("POST /api/campaigns/{campaign}/stop", "");
    BODIES.put(
        "PUT /api/campaigns/{campaign}/lists/{list}",
        "{'enabled': true, 'position': 1, 'ratio': 1, 'filter': [], 'sort': []}");
    BODIES.put("PUT /api/campaigns/{campaign}/teams", "{'teams': ['{team}']}");
    BODIES.put("PUT /api/campaigns/{campaign}/do-not-call", "{'lists': []}");
    var result =
        "{'name': 'Sample', 'kind': 'CONTINUE', 'last': false, 'scope': {'preview': true,"
            + " 'outbound': true, 'inbound': false, 'selectable': true, 'reschedulable': true}}";
    BODIES.put("POST /api/webhooks/{workspace}/{account}", "{}");
    var field =
        "{'key': 'city', 'nameAr': 'المدينة', 'nameEn': 'City', 'type': 'TEXT', 'choices': [],"
            + " 'shown': true}";
    BODIES.put("POST /api/contact-fields", field.replace("'city'", "'street'"));
    BODIES.put("PUT /api/contact-fields/{contactField}", field);
    BODIES.put(
        "PUT /api/contacts/{contact}/details",
        "{'company': 'Acme', 'timeZone': 'Asia/Damascus', 'tags': ['vip'], 'fields':"
            + " {'{contactField}': 'Aleppo'}, 'consents': {'voice': true}, 'version': 1}");
    BODIES.put("POST /api/dispositions", result);
    BODIES.put("PUT /api/dispositions/{disposition}", result);
  }

  /// What is asked for behind the path, where an endpoint cannot do without.
  private static final Map<String, String> QUERIES =
      Map.ofEntries(
          Map.entry("GET /api/contacts/{contact}/approved-templates", "?account={account}"),
          Map.entry(
              "POST /api/contact-imports",
              "?fileName=sample.csv&known=KEEP&columns=EMAIL,FIELD:{contactField}"),
          Map.entry("POST /api/attachments", "?name=sample.txt"),
          Map.entry("POST /api/lists/{list}/imports", "?fileName=sample.csv&policy=ADD&columns=1"),
          Map.entry("POST /api/import-preview", "?list={list}"),
          Map.entry("DELETE /api/import-formats", "?name=Unknown"),
          Map.entry("DELETE /api/contacts/{contact}", "?version=1"),
          Map.entry("DELETE /api/do-not-call/{doNotCall}/entries", "?value=%2B963112345678"),
          Map.entry("POST /api/do-not-call/{doNotCall}/imports", "?region=SY"),
          Map.entry("GET /api/contacts/{contact}/templates", "?channel=web"));

  /// Commands about work that the floor knows: the work of a `FilledWorkspace` came past the floor,
  /// so these find none.
  static final Set<String> OF_LIVE_WORK =
      Set.of(
          "POST /api/queue/{interaction}/take",
          "POST /api/interactions/{interaction}/postpone",
          "POST /api/interactions/{interaction}/transfer",
          "POST /api/interactions/{interaction}/guests",
          "DELETE /api/interactions/{interaction}/guests/{user}",
          "POST /api/interactions/{interaction}/join",
          "POST /api/interactions/{interaction}/leave",
          "POST /api/interactions/{interaction}/hand-over",
          "POST /api/offers/{interaction}/accept",
          "POST /api/offers/{interaction}/decline",
          "POST /api/interactions/{interaction}/end",
          "PUT /api/calls/{interaction}/held",
          "PUT /api/calls/{interaction}/muted",
          "POST /api/calls/{interaction}/keys",
          "PUT /api/calls/{interaction}/recording",
          "POST /api/calls/{interaction}/transfer",
          "POST /api/calls/{interaction}/consultation",
          "PUT /api/calls/{interaction}/consultation",
          "POST /api/calls/{interaction}/consultation/complete",
          "POST /api/internal-calls/{side}/answer",
          "POST /api/internal-calls/{side}/decline",
          "POST /api/internal-calls/{side}/end",
          "PUT /api/internal-calls/{side}/muted",
          "POST /api/previews/{preview}/accept",
          "POST /api/previews/{preview}/reject");

  /// Path variables that are no ids, with a value for each.
  static final Map<String, String> WORDS =
      Map.of(
          "kind",
          "EMAIL",
          "value",
          "customer@example.com",
          "seq",
          "1",
          "channel",
          "postcard",
          "name",
          "news",
          "language",
          "en");

  private Samples() {}

  /// Whether a body is known, or none is taken.
  static boolean know(Endpoint endpoint) {
    return endpoint.method().equals("GET")
        || endpoint.method().equals("DELETE")
        || BODIES.containsKey(endpoint.toString());
  }

  /// The body with these ids in it; empty when the endpoint takes none.
  static String body(Endpoint endpoint, Map<String, String> ids) {
    var body = BODIES.getOrDefault(endpoint.toString(), "").replace('\'', '"');
    for (var id : ids.entrySet()) body = body.replace("{" + id.getKey() + "}", id.getValue());
    return body;
  }

  static String path(Endpoint endpoint, Map<String, String> ids) {
    var path = endpoint.path() + QUERIES.getOrDefault(endpoint.toString(), "");
    for (var id : ids.entrySet()) path = path.replace("{" + id.getKey() + "}", id.getValue());
    for (var word : WORDS.entrySet())
      path = path.replace("{" + word.getKey() + "}", word.getValue());
    return path;
  }

  static boolean names(Endpoint endpoint, String id) {
    return (endpoint.path()
            + QUERIES.getOrDefault(endpoint.toString(), "")
            + BODIES.getOrDefault(endpoint.toString(), ""))
        .contains("{" + id + "}");
  }

  /// Rows for endpoints that are no longer there.
  static List<String> beyond(List<Endpoint> all) {
    var known = all.stream().map(Endpoint::toString).toList();
    return BODIES.keySet().stream().filter(key -> !known.contains(key)).toList();
  }
}
