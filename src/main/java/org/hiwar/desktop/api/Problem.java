package org.hiwar.desktop.api;

import java.util.Map;
import org.hiwar.platform.Refusal;

/// Every refusal of the desk's API: status, code and what it means to the agent. Desktops translate
/// by code.
enum Problem {
  OFFER_GONE(
      409, "offer-gone", "This offer is over: it went to somebody else, or the customer has left."),
  MAIL_GONE(409, "mail-gone", "Somebody else has this mail, or it does not wait any more."),
  NO_ROOM(
      409,
      "no-room",
      "You have as much in hand as you can take. Complete or postpone something first."),
  NOT_THEN(
      422, "not-then", "A mail is postponed until a moment to come, at most 90 days from now."),
  ONLY_MAILS(422, "only-mails", "Only a mail can be postponed."),
  TRANSFER_OF_CALL(422, "transfer-of-call", "A call is transferred where it is heard."),
  TRANSFER_WHERE(
      422, "transfer-where", "Say to which service or to which colleague it goes: one of the two."),
  TRANSFER_OVER(409, "transfer-over", "This is over already; nothing was transferred."),
  UNKNOWN_SERVICE(422, "unknown-service", "There is no such service for this channel."),
  COLLEAGUE_AWAY(
      409,
      "colleague-away",
      "This colleague is not at their desk. Choose somebody else, or a service."),
  COLLEAGUE_NOT_READY(
      409,
      "colleague-not-ready",
      "This colleague is not ready, or something is ringing at their desk. Choose somebody else, or"
          + " a service."),
  COLLEAGUE_FULL(
      409,
      "colleague-full",
      "This colleague has as much in hand as they can take. Choose somebody else, or a service."),
  COLLEAGUE_RINGING(
      409, "colleague-ringing", "Something rings at this colleague's desk. Try again in a moment."),
  ENOUGH_GUESTS(409, "enough-guests", "There are as many in this conversation as there may be."),
  NOT_AT_DESK(
      409,
      "not-at-desk",
      "You are not at a desk. Whoever joins a conversation needs one: open the desktop with a role"
          + " that has a desk, and do not log off there."),
  ALREADY_IN(409, "already-in", "You are in this conversation already; it is on your desk."),
  NOT_IN_HAND(
      409,
      "not-in-hand",
      "Nobody works on this at the moment: it is over, it waits, or it was given away."),
  NOT_OF_YOUR_TEAMS(
      403,
      "not-of-your-teams",
      "No agent of your teams has this conversation in hand at the moment."),
  JOIN_OF_CALL(422, "join-of-call", "Only what is written can be joined, a call cannot."),
  INVITATION_OVER(409, "invitation-over", "This invitation is over, or the conversation is."),
  NO_GUEST(409, "no-guest", "Only somebody who is in this conversation can go on with it."),
  CHANGE_TOO_LATE(
      409,
      "change-too-late",
      "A message can be changed for a quarter of an hour after it was written."),
  CHANGE_NOT_YOURS(409, "change-not-yours", "Only who has written a message changes it."),
  CHANGE_OUT(
      409, "change-out", "What has gone out by this channel cannot be changed or withdrawn."),
  CHANGE_OVER(409, "change-over", "This is over: what was written in it stays as it is."),
  CHANGE_REFUSED(
      409,
      "change-refused",
      "The messenger has not accepted the change. The message stays as it was."),
  CHANGE_UNREACHABLE(
      503, "change-unreachable", "The messenger cannot be reached now. Try again in a moment."),
  CHANGE_WITHDRAWN(409, "change-withdrawn", "This message was withdrawn."),
  CHAT_ENDED(409, "chat-ended", "The chat has ended; the message was not stored."),
  NEW_MESSAGE(
      409,
      "new-message",
      "The customer wrote something that you have not seen yet. Read it, then complete."),
  STILL_LIVE(409, "still-live", "You are still connected to the customer. End the chat first."),
  CHANGED(
      409, "changed", "Somebody else has changed this contact in the meantime. Look at it again."),
  CONTACT_BUSY(
      409,
      "contact-busy",
      "This contact has another conversation that goes on. Complete that one first."),
  CONTACT_KNOWN(
      409,
      "contact-known",
      "Whom this conversation is with is known already. Nothing was changed."),
  MERGE_SAME(422, "merge-same", "This is the same contact twice."),
  CONTACT_MERGED(
      409, "contact-merged", "One of the two has gone into another contact already. Look again."),
  MERGED_ON(
      409,
      "merged-on",
      "This contact has gone into another one since. Undo that first, then this."),
  MERGE_TOO_MANY(
      422,
      "merge-too-many",
      "Together they have more than 50 addresses, or consist of more than 50 contacts."),
  MERGE_UNDONE(409, "merge-undone", "This was undone already."),
  MERGE_TOO_LATE(409, "merge-too-late", "This can be undone for 30 days, which are over."),
  CONTACT_GOES_ON(
      409,
      "contact-goes-on",
      "A conversation with this contact, or the preview of its record, is not over. Complete it"
          + " first; then the contact can be deleted."),
  NO_SESSION(
      409,
      "no-session",
      "Your desktop is not connected. Wait until it is in sync, then try again."),
  DISPOSITION_REQUIRED(
      422, "disposition-required", "This service wants a disposition. Choose one, then complete."),
  UNKNOWN_DISPOSITION(422, "unknown-disposition", "There is no such disposition."),
  NOT_FAILED(409, "not-failed", "This message has not failed; there is nothing to try again."),
  REASON_REQUIRED(
      422, "reason-required", "Say why you are not ready: one of the workspace's reasons."),
  INVALID_TEXT(422, "invalid-text", "The text is empty or has characters that cannot be stored."),
  INVALID_NAME(422, "invalid-name", "A name has 1 to 200 characters."),
  INVALID_LANGUAGE(422, "invalid-language", "A language is a tag such as ar or en."),
  INVALID_ADDRESS(
      422, "invalid-address", "This is no such address. A phone number needs its country code."),
  INVALID_DETAIL(
      422,
      "invalid-detail",
      "A company has up to 200 characters, a tag up to 40, there are up to 20 tags, and the time"
          + " zone is a known one."),
  INVALID_FIELD_VALUE(
      422,
      "invalid-field-value",
      "This is no value of the field: no number, date or choice of it."),
  INVALID_CONTACT_FIELD(
      422,
      "invalid-contact-field",
      "A field has a name in both languages, a short name of small Latin letters and digits, and"
          + " choices if it is a choice."),
  CONTACT_FIELD_TAKEN(
      409,
      "contact-field-taken",
      "Another field has this short name, or there are as many fields as there may be."),
  CONTACT_FIELD_FIXED(
      409, "contact-field-fixed", "Short name and type of a field stay as they were made."),
  UNKNOWN_CHANNEL(422, "unknown-channel", "There is no such channel."),
  TOO_MANY_ADDRESSES(
      422, "too-many-addresses", "The contact has as many addresses as it may have."),
  INVALID_FOLLOW_UP_TIME(
      422,
      "invalid-follow-up-time",
      "A follow-up is due in the future, within two years, by the clock of a known time zone; its"
          + " reminder comes at most a week before."),
  FOLLOW_UP_CHANGED(
      409, "follow-up-changed", "This follow-up is over or was moved. Look at it again."),
  TOO_MANY_FOLLOW_UPS(
      422,
      "too-many-follow-ups",
      "You have 200 follow-ups planned. Finish or cancel some of them first."),
  PHOTO_KIND(422, "photo-kind", "A photo is a JPEG or PNG file."),
  PHOTO_UNREADABLE(
      422,
      "photo-unreadable",
      "This picture cannot be read. Save it as JPEG or PNG once more, or choose another one."),
  PHOTO_TOO_MANY_PIXELS(
      422,
      "photo-too-many-pixels",
      "The picture has more than 25 million pixels, or a side of more than 10,000."),
  PHOTO_TOO_LARGE(413, "photo-too-large", "The file of a photo has at most 5 MB."),
  FILE_EMPTY(422, "attachment-empty", "This file is empty."),
  FILE_LOST(410, "file-lost", "This file is no longer on the disk of the server."),
  FILE_TOO_LARGE(413, "file-too-large", "A file has at most 25 MB."),
  FILES_TOO_MANY(
      429,
      "files-too-many",
      "You have as many files that are not sent as there may be. Send or remove some."),
  TOO_LONG(413, "too-long", "The text is longer than it may be."),
  NOT_STORABLE(422, "not-storable", "The database refused this text; it was not stored."),
  NOT_STORED(503, "not-stored", "The message was not stored. Send it again."),
  TRY_AGAIN(
      503,
      "try-again",
      "This could not be done, or is not known to be done, at this moment. Try again in a few"
          + " seconds."),
  FAILED(500, "failed", "Something went wrong on the server; nothing was changed.");

  private final int status;
  private final String code;
  private final String sentence;

  Problem(int status, String code, String sentence) {
    this.status = status;
    this.code = code;
    this.sentence = sentence;
  }

  Refusal refusal() {
    return refusal(Map.of());
  }

  /// With further members.
  Refusal refusal(Map<String, Object> more) {
    return new Refusal(status, code, sentence, more);
  }
}
