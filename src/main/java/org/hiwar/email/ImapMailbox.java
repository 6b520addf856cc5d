package org.hiwar.email;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.hiwar.channel.Account;
import org.hiwar.channel.ChannelLimits;

/// One connection to a mailbox.
final class ImapMailbox implements AutoCloseable {
  /// Mails looked up at once.
  static final int BATCH = 100;

  /// Of mails that are fetched with one answer; one may be larger.
  private static final long TOGETHER_BYTES = 4L * 1024 * 1024;

  /// Of the header of a mail that is too large: whom it is from and what about stands there.
  private static final int HEADER_BYTES = 64 * 1024;

  /// Put before what is kept of a mail that is too large: its header.
  static final String TOO_LARGE = "X-Hiwar-Too-Large";

  private final Store store;
  private final IMAPFolder folder;

  /// A mail in the mailbox.
  record Waiting(long uid, IMAPMessage mail) {}

  private ImapMailbox(Store store, IMAPFolder folder) {
    this.store = store;
    this.folder = folder;
  }

  static ImapMailbox open(MailSessions sessions, Account account)
      throws MessagingException, MailSessions.NotEncrypted, LogInFailed {
    var settings = new EmailSettings(account);
    var opened = sessions.open(account, settings.imap());
    var store = opened.session().getStore(opened.protocol());
    try {
      sessions.connect(store, account);
      var folder = (IMAPFolder) store.getFolder(settings.text("imap-folder"));
      folder.open(Folder.READ_WRITE);
      return new ImapMailbox(store, folder);
    } catch (MessagingException | LogInFailed | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /// With another one, UIDs mean other mails.
  long validity() throws MessagingException {
    return folder.getUIDValidity();
  }

  /// What came behind a place, the oldest first, as the server lists it; looked at by [#waiting].
  /// 0: what nobody has read yet.
  List<Message> after(long place) throws MessagingException {
    return List.of(
        place == 0
            ? folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))
            : folder.getMessagesByUID(place + 1, UIDFolder.LASTUID));
  }

  /// Which of some mails lie behind a place, in two answers of the server at most. For [#BATCH]
  /// mails at once.
  List<Waiting> waiting(List<Message> some, long place) throws MessagingException {
    var profile = new FetchProfile();
    profile.add(UIDFolder.FetchProfileItem.UID);
    profile.add(FetchProfile.Item.SIZE);
    folder.fetch(some.toArray(Message[]::new), profile);
    var waiting = new ArrayList<Waiting>();
    for (var mail : some) {
      long uid = folder.getUID(mail);
      if (uid > place) waiting.add(new Waiting(uid, (IMAPMessage) mail));
    }
    waiting.sort(Comparator.comparingLong(Waiting::uid));
    return waiting;
  }

  /// The highest UID that was given when the mailbox was opened; 0: it was empty.
  long last() throws MessagingException {
    return Math.max(0, folder.getUIDNext() - 1);
  }

  /// How many mails there are, as the server has last told.
  int count() throws MessagingException {
    return folder.getMessageCount();
  }

  /// As many of the first of these as are fetched together: a server that is far away is asked
  /// once for all of them.
  static List<Waiting> together(List<Waiting> waiting) throws MessagingException {
    int many = 0;
    for (long bytes = 0; many < waiting.size(); many++) {
      bytes += waiting.get(many).mail().getSize();
      if (many > 0 && bytes > TOGETHER_BYTES) break;
    }
    return waiting.subList(0, many);
  }

  /// Mails as they came, in their order, or the header of one that is too large, which then says
  /// so.
  List<byte[]> raw(List<Waiting> some) throws MessagingException, IOException {
    var found = some.size() == 1 ? Map.<Long, byte[]>of() : fetched(some);
    var raw = new ArrayList<byte[]>(some.size());
    for (var one : some) {
      var known = found.get(one.uid());
      raw.add(known == null || known.length > ChannelLimits.ITEM_BYTES ? raw(one) : known);
    }
    return raw;
  }

  private Map<Long, byte[]> fetched(List<Waiting> some) throws MessagingException {
    var uids = some.stream().map(one -> Long.toString(one.uid())).collect(Collectors.joining(","));
    var found = new HashMap<Long, byte[]>();
    folder.doCommand(
        protocol -> {
          var answers = protocol.command("UID FETCH " + uids + " (BODY.PEEK[])", null);
          for (var answer : answers) if (answer instanceof FetchResponse mail) take(mail, found);
          protocol.notifyResponseHandlers(answers);
          protocol.handleResult(answers[answers.length - 1]);
          return null;
        });
    return found;
  }

  private static void take(FetchResponse mail, Map<Long, byte[]> found) {
    var uid = mail.getItem(UID.class);
    var body = mail.getItem(BODY.class);
    if (uid != null && body != null && body.getByteArray() != null)
      found.put(uid.uid, body.getByteArray().getNewBytes());
  }

  /// A mail as it came, or the beginning of its header where it is too large, which then says so.
  /// Of such a mail no more is fetched.
  private byte[] raw(Waiting waiting) throws MessagingException, IOException {
    var mail = waiting.mail();
    boolean large = mail.getSize() > ChannelLimits.ITEM_BYTES;
    try (var content = mail.getMimeStream()) {
      var raw = content.readNBytes(large ? HEADER_BYTES : ChannelLimits.ITEM_BYTES + 1);
      if (!large && raw.length <= ChannelLimits.ITEM_BYTES) return raw;
      return headerOf(raw, Math.max(raw.length, mail.getSize()));
    }
  }

  /// Of a header that is too long only whole lines.
  private static byte[] headerOf(byte[] raw, int bytes) {
    var begins =
        new String(raw, 0, Math.min(raw.length, HEADER_BYTES), StandardCharsets.ISO_8859_1);
    int end = begins.indexOf("\r\n\r\n");
    if (end < 0) end = Math.max(0, begins.lastIndexOf("\r\n"));
    var kept = TOO_LARGE + ": " + bytes + "\r\n" + begins.substring(0, end) + "\r\n\r\n";
    return kept.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// For people who look into the mailbox with another program.
  void markRead(List<Waiting> kept) throws MessagingException {
    var mails = kept.stream().map(Waiting::mail).toArray(Message[]::new);
    folder.setFlags(mails, new Flags(Flags.Flag.SEEN), true);
    Arrays.stream(mails).map(IMAPMessage.class::cast).forEach(IMAPMessage::invalidateHeaders);
  }

  /// Waits until something happens in the mailbox, or somebody calls [#wake].
  void idle() throws MessagingException {
    folder.idle(true);
  }

  /// Ends a wait, and lets the server tell what it has not told yet; throws when the connection is
  /// gone.
  void wake() throws MessagingException {
    folder.doCommand(
        protocol -> {
          protocol.simpleCommand("NOOP", null);
          return null;
        });
  }

  boolean canIdle() throws MessagingException {
    return ((IMAPStore) store).hasCapability("IDLE");
  }

  @Override
  public void close() {
    try {
      store.close();
    } catch (MessagingException | RuntimeException _) {
      // it is gone already
    }
  }
}
