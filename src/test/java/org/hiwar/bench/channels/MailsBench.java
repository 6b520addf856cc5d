package org.hiwar.bench.channels;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.hiwar.bench.Aim;
import org.hiwar.bench.Figure;
import org.hiwar.bench.Machine;
import org.hiwar.bench.Sheet;
import org.hiwar.email.MailHouse;
import tools.jackson.databind.JsonNode;

/// A mailbox in which mails lie, from the moment in which its account is switched on until the last
/// of them is stored, read and in its thread. Four mails each belong together, and come among those
/// of others. The mailbox is one of GreenMail, in the memory of this program; beside it the same
/// mails fetched and thrown away.
final class MailsBench {
  private static final Aim AIM = Aim.atLeast(100);
  private static final Aim NONE = Aim.atMost(0);
  private static final int PATIENCE_S = 120;
  private static final int BARE = 300;

  private final ChannelsPlace place;
  private final ChannelsSize size;

  MailsBench(ChannelsPlace place, ChannelsSize size) {
    this.place = place;
    this.size = size;
  }

  void run(Sheet sheet) throws Exception {
    var rates = new ArrayList<Double>();
    var cpu = new ArrayList<Double>();
    var commits = new ArrayList<Double>();
    var wrong = new ArrayList<Double>();
    var bare = new ArrayList<Double>();
    try (var house = new MailHouse()) {
      var settings = house.settings(Map.of());
      var account = place.account("email", MailHouse.OURS, settings, false);
      fetched(house, account, settings);
      for (int i = 0; i < size.repetitions(); i++) {
        long committed = place.commits();
        long before = Machine.cpuNanos(place.hiwar.handle());
        var seen = fetched(house, account, settings);
        cpu.add((Machine.cpuNanos(place.hiwar.handle()) - before) / 1e6 / size.mails());
        commits.add((place.commits() - committed) / (double) size.mails());
        rates.add(seen.rate());
        wrong.add((double) seen.wrong());
        bare.add(bare(settings));
      }
    }
    var where =
        Map.of(
            "mails",
            "%,d".formatted(size.mails()),
            "bytes of a mail",
            "%,d".formatted(LetterBox.mail("run", 0, 0).length()));
    sheet.add(
        new Figure("mails fetched, read and threaded", "Hiwar", "1/s", where, rates).aimingAt(AIM));
    sheet.add(new Figure("server CPU per mail", "Hiwar", "ms", where, cpu));
    sheet.add(new Figure("transactions per mail", "Hiwar", "", where, commits));
    sheet.add(
        new Figure("lost, doubled or in a wrong thread", "Hiwar", "mails", where, wrong)
            .aimingAt(NONE));
    sheet.add(new Figure("mails fetched and thrown away", "bare IMAP", "1/s", where, bare));
  }

  private record Seen(double rate, long wrong) {}

  private Seen fetched(MailHouse house, JsonNode account, Map<String, String> settings)
      throws Exception {
    var run = Long.toString(System.nanoTime(), 36);
    LetterBox.fill(house, run, size.mails());
    long from = System.nanoTime();
    place.enable(account, settings, true);
    long done = awaitAll(run);
    double seconds = (System.nanoTime() - from) / 1e9;
    place.enable(account, settings, false);
    long inWrongThreads =
        place.count(
            """
            select count(*) from (
              select thread, min(thread) over (partition by replace(subject, 'Re: ', '')) as first
              from email where workspace = ? and subject like ?) m
            where thread <> first\
            """,
            place.workspace.value(),
            LetterBox.subjects(run));
    long wrong = Math.abs(size.mails() - done) + inWrongThreads;
    if (wrong > 0)
      System.err.printf(
          "of %d mails %d are stored, %d in a wrong thread%n", size.mails(), done, inWrongThreads);
    return new Seen(done / seconds, wrong);
  }

  private long awaitAll(String run) throws InterruptedException {
    long done = 0;
    for (int i = 0; i < PATIENCE_S * 50 && done < size.mails(); i++) {
      Thread.sleep(20);
      done =
          place.count(
              "select count(*) from email where workspace = ? and subject like ?",
              place.workspace.value(),
              LetterBox.subjects(run));
    }
    return done;
  }

  /// The newest mails of the mailbox, one by one as they are.
  private double bare(Map<String, String> settings) throws MessagingException, IOException {
    var how = new HashMap<String, String>();
    how.put("mail.imap.host", settings.get("imap-host"));
    how.put("mail.imap.port", settings.get("imap-port"));
    how.put("mail.imap.peek", "true");
    how.put("mail.imap.fetchsize", "262144");
    var properties = new Properties();
    properties.putAll(how);
    try (var store = Session.getInstance(properties).getStore("imap")) {
      store.connect(settings.get("user"), settings.get("secret"));
      var folder = store.getFolder("INBOX");
      folder.open(Folder.READ_ONLY);
      int last = folder.getMessageCount();
      int many = Math.min(size.mails(), BARE);
      long from = System.nanoTime();
      for (var mail : folder.getMessages(last - many + 1, last))
        try (var content = ((IMAPMessage) mail).getMimeStream()) {
          content.readAllBytes();
        }
      return many / ((System.nanoTime() - from) / 1e9);
    }
  }
}
